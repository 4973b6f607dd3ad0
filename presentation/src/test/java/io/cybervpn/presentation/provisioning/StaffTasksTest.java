package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R142: tasks of staff, over REST. */
@QuarkusTest
class StaffTasksTest extends HandKept {
    @Inject StaffMembers staff;

    private static final Map<String, Object> GIVEN =
            Map.of(
                    "text",
                    "Plug it in.",
                    "login",
                    "anna",
                    "address",
                    "10.0.0.1",
                    "secret",
                    "pa55 word");

    private static String path(JsonPath task, String deed) {
        return TASKS + "/" + task.getString("id") + "/" + deed;
    }

    @Test
    void what_is_bought_is_asked_of_staff_and_handed_over_when_it_is_done() {
        Customer customer = customers.paid(group);
        JsonPath task = task(customer, ofKind("create"));
        assertThat(task.getString("accountId")).isEqualTo(customer.account().value().toString());
        assertThat(task.getString("panelId")).isEqualTo(panel);
        assertThat(task.getList("instructions")).isEqualTo(List.of("order it at the exchange"));
        assertThat(task.getString("service.presence")).isEqualTo("absent");
        assertThat(handover(customer).getString("state")).isEqualTo("preparing");

        completed(task, GIVEN).statusCode(200).body("state", equalTo("done"));
        completed(task, GIVEN).statusCode(200).body("state", equalTo("done"));

        customers.awaitStatus(customer.access(), "ready");
        JsonPath handed = handover(customer);
        assertThat(handed.getString("kind")).isEqualTo("by_hand");
        assertThat(handed.getString("state")).isEqualTo("ready");
        assertThat(handed.getString("text")).isEqualTo("Plug it in.");
        assertThat(handed.getString("secret")).isEqualTo("pa55 word");
        String shown =
                asAdmin()
                        .get(TASKS + "/" + task.getString("id"))
                        .then()
                        .body("service.secretSet", equalTo(true))
                        .extract()
                        .asString();
        assertThat(shown).doesNotContain("pa55 word");
        assertThat(stored(customer)).startsWith("box1.").doesNotContain("pa55");
        asAdmin()
                .queryParam("objectId", task.getString("id"))
                .get("/api/v1/admin/audit")
                .then()
                .body("items.action", hasItem("provisioning.complete_task"))
                .body("items", hasSize(1));
    }

    private String stored(Customer customer) {
        return pool.preparedQuery("select sealed from manual_service where access_id = $1")
                .execute(Tuple.of(customer.access().value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("sealed");
    }

    @Test
    void of_many_members_of_staff_at_once_one_takes_it_and_one_does_it() {
        Customer customer = customers.paid(group);
        JsonPath task = task(customer, ofKind("create"));
        List<Member> members = Stream.generate(() -> staff.withRole("support")).limit(4).toList();

        List<Integer> taken = atOnce(members, path(task, "take"), Map.of());
        assertThat(taken).containsExactlyInAnyOrder(200, 409, 409, 409);
        List<Integer> done = atOnce(members, path(task, "complete"), Map.of("version", 1));
        assertThat(done).containsExactlyInAnyOrder(200, 409, 409, 409);
        int winner = taken.indexOf(200);
        assertThat(done.get(winner)).isEqualTo(200);

        asStaff()
                .post(path(task, "release"))
                .then()
                .statusCode(409)
                .body("code", equalTo("task_closed"))
                .body("params.state", equalTo("done"));
        customers.awaitStatus(customer.access(), "ready");
    }

    private static List<Integer> atOnce(
            List<Member> members, String path, Map<String, Object> body) {
        List<CompletableFuture<Response>> calls =
                members.stream()
                        .map(
                                member ->
                                        CompletableFuture.supplyAsync(
                                                () -> member.asks().body(body).post(path)))
                        .toList();
        return calls.stream().map(call -> call.join().statusCode()).toList();
    }

    @Test
    void who_may_not_is_refused_and_nothing_happens() {
        Customer customer = customers.paid(group);
        JsonPath task = task(customer, ofKind("create"));
        Member viewer = staff.withRole("viewer");

        viewer.asks().get(TASKS).then().statusCode(200);
        viewer.asks().post(path(task, "take")).then().statusCode(403);
        viewer.asks()
                .body(Map.of("version", 1))
                .post(path(task, "complete"))
                .then()
                .statusCode(403);
        customer.asks().get(TASKS).then().statusCode(403);
        asAdmin().post(path(task, "release")).then().statusCode(400);
        asAdmin().body("{}").post(path(task, "complete")).then().statusCode(400);
        completed(task, Map.of("text", "x".repeat(4_001))).statusCode(400);
        asAdmin()
                .body(Map.of("version", 1, "reason", "no"))
                .post(path(task, "reject"))
                .then()
                .statusCode(400);
        asAdmin()
                .body(Map.of("version", 2))
                .post(path(task, "complete"))
                .then()
                .statusCode(412)
                .body("params.currentVersion", equalTo("1"));
        asAdmin().get(TASKS + "/" + UUID.randomUUID()).then().statusCode(404);
        asAdmin()
                .body(Map.of("version", 1))
                .post(TASKS + "/" + UUID.randomUUID() + "/complete")
                .then()
                .statusCode(404);

        assertThat(shown(task.getString("id")).getString("state")).isEqualTo("open");
        assertThat(shown(task.getString("id")).getString("assigneeId")).isNull();
    }

    @Test
    void the_list_is_read_piece_by_piece_and_by_what_is_asked_for() {
        List<Customer> all = Stream.generate(() -> customers.paid(group)).limit(3).toList();
        all.forEach(customer -> task(customer, ofKind("create")));
        String ours = TASKS + "?panelId=" + panel;

        List<String> ids = asAdmin().get(ours).then().extract().path("items.id");
        assertThat(ids).hasSize(3).isSorted();
        String cursor =
                asAdmin()
                        .get(ours + "&limit=2")
                        .then()
                        .body("items.id", equalTo(ids.subList(0, 2)))
                        .extract()
                        .path("nextCursor");
        asAdmin()
                .get(ours + "&limit=2&cursor=" + cursor)
                .then()
                .body("items.id", equalTo(ids.subList(2, 3)))
                .body("nextCursor", equalTo(null));
        Member anna = staff.withRole("support");
        anna.asks().post(TASKS + "/" + ids.getFirst() + "/take").then().statusCode(200);
        asAdmin()
                .get(ours + "&assignee=" + anna.id().value())
                .then()
                .body("items.id", equalTo(ids.subList(0, 1)));
        asAdmin().get(ours + "&assignee=none").then().body("items", hasSize(2));
        asAdmin().get(ours + "&kind=remove").then().body("items", hasSize(0));
        asAdmin().get(ours + "&state=done").then().body("items", hasSize(0));
        asAdmin().get(ours + "&openedBefore=2001-01-01T00:00:00Z").then().body("items", hasSize(0));
        for (String bad : List.of("kind=x", "state=x", "assignee=x", "cursor=x", "limit=0")) {
            asAdmin().get(ours + "&" + bad).then().statusCode(400);
        }
    }

    @Test
    void what_cannot_be_done_is_parked_with_the_reason_and_tried_again_by_staff() {
        Customer customer = customers.paid(group);
        JsonPath task = task(customer, ofKind("create"));
        Map<String, Object> no = Map.of("version", 1, "reason", "there is no line");

        asAdmin().body(no).post(path(task, "reject")).then().statusCode(200);
        customers.awaitStatus(customer.access(), "parked");
        asAdmin()
                .get("/api/v1/admin/provisioning?status=parked&size=200")
                .then()
                .body(
                        "items.find { it.id == '%s' }.lastError"
                                .formatted(customer.access().value()),
                        org.hamcrest.Matchers.containsString("there is no line"));

        asAdmin()
                .post("/api/v1/admin/provisioning/" + customer.access().value() + "/retry")
                .then()
                .statusCode(204);
        JsonPath again = task(customer, ofKind("create"));
        assertThat(again.getString("id")).isNotEqualTo(task.getString("id"));
        completed(again, GIVEN).statusCode(200);
        customers.awaitStatus(customer.access(), "ready");
    }

    @Test
    void a_transfer_to_another_panel_asks_for_one_to_be_made_and_the_other_to_be_removed() {
        Customer customer = customers.paid(group);
        completed(task(customer, ofKind("create")), GIVEN).statusCode(200);
        customers.awaitStatus(customer.access(), "ready");
        String other = added(group);
        try {
            asStaff()
                    .body(Map.of("panelId", other))
                    .post("/api/v1/admin/subscriptions/" + customer.access().value() + "/transfer")
                    .then()
                    .statusCode(200);
            JsonPath create = task(customer, ofKind("create"));
            assertThat(create.getString("panelId")).isEqualTo(other);
            completed(create, Map.of("login", "boris")).statusCode(200);

            JsonPath remove = task(customer, ofKind("remove"));
            assertThat(remove.getString("panelId")).isEqualTo(panel);
            assertThat(handover(customer).getString("login")).isEqualTo("boris");
            completed(remove, Map.of()).statusCode(200);
            customers.awaitStatus(customer.access(), "ready");
            asAdmin().get(TASKS + "?panelId=" + panel).then().body("items", hasSize(0));
        } finally {
            pool.preparedQuery("delete from access where id = $1")
                    .execute(Tuple.of(customer.access().value()))
                    .await()
                    .indefinitely();
            switchOff(other);
        }
    }

    @Test
    void a_panel_that_is_kept_by_hand_has_no_address_and_takes_what_names_it() {
        Map<String, Object> body =
                Map.of("name", "h " + UUID.randomUUID(), "kind", "manual", "groups", Map.of());
        asStaff().body(body).post("/api/v1/admin/panels").then().statusCode(400);
        asStaff()
                .body(
                        Map.of(
                                "name",
                                "h " + UUID.randomUUID(),
                                "kind",
                                "manual",
                                "url",
                                "https://panel.example",
                                "groups",
                                Map.of("a", "")))
                .post("/api/v1/admin/panels")
                .then()
                .statusCode(400);

        Customer vpn = customers.granted();
        asAdmin()
                .get(TASKS + "?limit=200")
                .then()
                .body("items.subscriptionId", not(hasItem(vpn.access().value().toString())));
        vpn.asks()
                .get(vpn.path("access"))
                .then()
                .statusCode(501)
                .body("code", equalTo("not_offered_by_panel"));
        customers.granted().asks().get(vpn.path("access")).then().statusCode(404);
    }
}
