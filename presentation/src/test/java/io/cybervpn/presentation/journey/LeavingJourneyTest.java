package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.application.identity.Admission;
import io.cybervpn.application.identity.LoginGate;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R51, R56: a customer is forgotten, and the money is not. */
@QuarkusTest
class LeavingJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject StaffMembers staff;
    @Inject LoginGate loginGate;
    @Inject ShopClock clock;
    @Inject Pool pool;

    @AfterEach
    void put_the_world_back() {
        clock.reset();
        ShopWorld.sandbox().panel().faults().clear();
        ShopWorld.sandbox().cryptoPay().webhooks().release();
        ShopWorld.sandbox().cryptoPay().faults().clear();
    }

    static JsonObject wish() {
        String plan =
                given().get("/api/v1/plans?size=200")
                        .jsonPath()
                        .getString("items.find { it.code == 'basic' }.id");
        return new JsonObject()
                .put("planId", plan)
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }

    private static ValidatableResponse leave(Shopper shopper) {
        JsonObject body =
                new JsonObject()
                        .put("phrase", "DELETE " + shopper.email())
                        .put("proof", new JsonObject().put("password", shopper.password()));
        return shopper.asks().body(body.encode()).post("/api/v1/account/delete").then();
    }

    private String text(String sql, String account) {
        return String.valueOf(
                pool.preparedQuery(sql)
                        .execute(Tuple.of(UUID.fromString(account)))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getValue(0));
    }

    private static JsonObject panelUser(String subscription) {
        String name = PanelUsername.of(new AccessId(UUID.fromString(subscription))).text();
        return ShopWorld.sandbox().panel().users().byUsername(name).orElseThrow();
    }

    private static void awaitDisabled(String subscription) {
        await().atMost(PATIENCE)
                .until(() -> panelUser(subscription).getString("status").equals("DISABLED"));
    }

    @Test
    void who_leaves_is_forgotten_and_cut_off_and_his_payments_stay() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        shopper.pay(order);
        String subscription = shopper.settled(order).getString("subscriptionId");
        shopper.connectable(subscription);
        String account = shopper.get("/me").getString("id");
        shopper.asks()
                .get("/api/v1/account/delete")
                .then()
                .statusCode(200)
                .body("phrase", equalTo("DELETE " + shopper.email()))
                .body("lost.kind", hasItem("active_subscriptions"));

        leave(shopper).statusCode(204);

        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        login(shopper).statusCode(401).body("code", equalTo("wrong_credentials"));
        awaitDisabled(subscription);
        assertThat(text("select count(*) from payment where payer = $1", account)).isEqualTo("1");
        assertThat(text("select email from account where id = $1", account)).isEqualTo("null");
        assertThat(text("select status from account where id = $1", account)).isEqualTo("erased");
        assertThat(text("select status from subscription where account_id = $1", account))
                .isEqualTo("terminated");
        Shopper again = Shopper.register(shopper.email());
        assertThat(again.get("/me").getString("id")).isNotEqualTo(account);
        proveTheBooksOf(order);
    }

    private static ValidatableResponse login(Shopper shopper) {
        JsonObject body =
                new JsonObject().put("email", shopper.email()).put("password", shopper.password());
        return given().contentType("application/json")
                .body(body.encode())
                .post("/api/v1/auth/login")
                .then();
    }

    /** Other tests leave things that the proof complains of; ours are in good order. */
    private static void proveTheBooksOf(JsonPath order) {
        List<String> subjects =
                given().auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("differences.subject");
        assertThat(subjects)
                .noneMatch(one -> one.contains(order.getString("id")))
                .noneMatch(one -> one.contains(order.getString("payment.id")));
    }

    @Test
    void neither_a_slip_nor_a_stranger_at_the_screen_deletes() {
        Shopper shopper = Shopper.register();
        shopper.asks()
                .body("{\"phrase\":\"delete\"}")
                .post("/api/v1/account/delete")
                .then()
                .statusCode(422)
                .body("code", equalTo("phrase_wrong"))
                .body("params.expected", equalTo("DELETE " + shopper.email()));
        shopper.asks()
                .body(
                        new JsonObject()
                                .put("phrase", "DELETE " + shopper.email())
                                .put("proof", new JsonObject().put("password", "a guess"))
                                .encode())
                .post("/api/v1/account/delete")
                .then()
                .statusCode(400)
                .body("code", equalTo("wrong_password"));
        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void money_that_comes_after_all_is_shown_to_staff_and_buys_nothing() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        String account = shopper.get("/me").getString("id");
        leave(shopper).statusCode(204);

        shopper.pay(order);

        await().atMost(PATIENCE)
                .until(
                        () ->
                                text("select state from payment where payer = $1", account)
                                        .equals("flagged"));
        assertThat(text("select count(*) from subscription where account_id = $1", account))
                .isEqualTo("0");
        assertThat(text("select status from sales_order where account_id = $1", account))
                .isEqualTo("expired");
        proveTheBooksOf(order);
    }

    @Test
    void a_dead_panel_hears_of_it_when_it_is_back() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        shopper.pay(order);
        String subscription = shopper.settled(order).getString("subscriptionId");
        shopper.connectable(subscription);
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));

        leave(shopper).statusCode(204);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(panelUser(subscription).getString("status")).isEqualTo("ACTIVE");

        ShopWorld.sandbox().panel().faults().clear();
        awaitDisabled(subscription);
    }

    @Test
    void of_many_wishes_at_once_one_is_granted() {
        Shopper shopper = Shopper.register();
        List<Integer> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> leave(shopper)))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.extract().statusCode())
                        .toList();
        assertThat(answers).containsOnlyOnce(204).doesNotContain(500);
    }

    private String proven(AccountId member) {
        return switch (loginGate
                .enterProven(member, new Client("a test", "192.0.2.1"))
                .await()
                .indefinitely()) {
            case Admission.LoggedIn(_, var tokens) -> tokens.access();
            case Admission.SecondFactorOwed _, Admission.Blocked _ ->
                    throw new AssertionError("not let in");
        };
    }

    private RequestSpecification decides(AccountId member) {
        return given().auth()
                .oauth2(proven(member))
                .contentType("application/json")
                .header("X-Reason", "asked by letter");
    }

    @Test
    void staff_forget_a_customer_with_a_reason_and_a_fresh_second_factor() {
        Shopper shopper = Shopper.register();
        String user = "/api/v1/admin/users/" + shopper.get("/me").getString("id");
        var admin = staff.withRole("admin");
        admin.asks().delete(user).then().statusCode(400).body("code", equalTo("reason_required"));
        clock.advance(Duration.ofMinutes(11));
        admin.asks()
                .header("X-Reason", "asked by letter")
                .delete(user)
                .then()
                .statusCode(403)
                .body("code", equalTo("step_up_required"));
        clock.reset();
        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(200);

        decides(admin.id()).delete(user).then().statusCode(204);

        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        decides(admin.id()).delete(user).then().statusCode(404);
        admin.asks().get(user).then().statusCode(200).body("status", equalTo("erased"));
        decides(admin.id()).post(user + "/unblock").then().statusCode(404);
    }

    @Test
    void staff_make_two_customers_one() {
        Shopper goer = Shopper.register();
        Shopper keeper = Shopper.register();
        String gone = goer.get("/me").getString("id");
        String kept = keeper.get("/me").getString("id");
        var admin = staff.withRole("admin");
        String path = "/api/v1/admin/users/" + gone + "/merge";
        decides(admin.id()).body(Map.of("into", gone)).post(path).then().statusCode(422);
        decides(admin.id()).body(Map.of("into", kept)).post(path).then().statusCode(204);
        decides(admin.id()).body(Map.of("into", kept)).post(path).then().statusCode(204);
        assertThat(goer.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(keeper.asks().get("/api/v1/me").statusCode()).isEqualTo(200);
        decides(admin.id())
                .queryParam("objectId", gone)
                .get("/api/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("account.merge"))
                .body("items.reason", hasItem("asked by letter"));
    }
}
