package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.provisioning.CompareWithPanel;
import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Users whom a panel had before the shop become customers, and notice nothing (field B4 21). */
@QuarkusTest
class AdoptionTest extends PanelWithStrangers {
    @Inject SweepPanel sweep;
    @Inject CompareWithPanel compare;
    @Inject StaffMembers staff;

    @Test
    void on_3_x_a_user_becomes_a_customer_and_his_client_goes_on() {
        becomesCustomer(PanelId.CONFIGURED.value().toString(), ShopWorld.sandbox());
    }

    @Test
    void on_2_x_a_user_becomes_a_customer_and_his_client_goes_on() {
        atWork();
        becomesCustomer(id, second);
    }

    private void becomesCustomer(String panel, SandboxWorld world) {
        String ann = fresh("Ann");
        JsonObject before = made(world, Map.of("username", ann, "telegramId", telegram())).copy();
        long users = world.panel().users().all().size();

        JsonPath rows = done(begun(panel, List.of(ann)));

        assertThat(rows.getString("items[0].state")).isEqualTo("done");
        UUID subscription = UUID.fromString(rows.getString("items[0].subscriptionId"));
        UUID account = UUID.fromString(rows.getString("items[0].userId"));
        customers.awaitStatus(new AccessId(subscription), "ready");
        JsonObject after = user(world, ann);
        for (String same : List.of("shortUuid", "vlessUuid", "subscriptionUrl", "expireAt")) {
            assertThat(after.getString(same)).as(same).isEqualTo(before.getString(same));
        }
        assertThat(after.getLong("id")).isEqualTo(before.getLong("id"));
        assertThat(world.panel().users().all()).hasSize((int) users);
        assertThat(panelOf(new AccessId(subscription))).isEqualTo(panel);
        Row stored =
                one("select account_id, expire_at from subscription where id = $1", subscription);
        assertThat(stored.getUUID(0)).isEqualTo(account);
        assertThat(stored.getOffsetDateTime(1).toInstant()).isEqualTo(END);
        assertThat(
                        one(
                                        "select kind from subscription_grant where subscription_id = $1",
                                        subscription)
                                .getString(0))
                .isEqualTo("adopted");
        clientGoesOn(world, before.getString("shortUuid"));
        nothingDiffers(new AccessId(subscription));
    }

    private static void clientGoesOn(SandboxWorld world, String shortUuid) {
        given().header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("User-Agent", "v2rayNG/1.9")
                .get(world.panelUrl().resolve("/api/sub/" + shortUuid))
                .then()
                .statusCode(200);
    }

    private void nothingDiffers(AccessId access) {
        pool.query("update panel_sweep set started_at = timestamptz '1970-01-01T00:00:00Z'")
                .execute()
                .await()
                .indefinitely();
        assertThat(sweep.execute(new SweepPanel.Command(Duration.ZERO, 100)).await().indefinitely())
                .isInstanceOf(SweepPanel.Result.Swept.class);
        CompareWithPanel.Result result = compare.execute().await().indefinitely();
        assertThat(result).isInstanceOf(CompareWithPanel.Result.Compared.class);
        assertThat(((CompareWithPanel.Result.Compared) result).differences())
                .noneMatch(one -> one.subject().equals(access.value().toString()));
    }

    private record Five(String ann, long annIs, String bob, String old, String off, String mute) {}

    private Five five() {
        Five five =
                new Five(
                        fresh("Ann"),
                        telegram(),
                        fresh("bob"),
                        fresh("old"),
                        fresh("off"),
                        fresh("mute"));
        made(second, Map.of("username", five.ann(), "telegramId", five.annIs()));
        made(second, Map.of("username", five.bob(), "email", Logins.freshEmail()));
        String past = "2024-01-01T00:00:00Z";
        made(second, Map.of("username", five.old(), "telegramId", telegram(), "expireAt", past));
        made(
                second,
                Map.of("username", five.off(), "telegramId", telegram(), "status", "DISABLED"));
        made(second, Map.of("username", five.mute()));
        return five;
    }

    private static String of(String name) {
        return "items.find { it.name == '" + name + "' }";
    }

    @Test
    void strangers_are_listed_and_what_would_come_of_them_is_foretold() {
        atWork();
        Five five = five();
        asAdmin()
                .get(PANELS + id + "/strangers?limit=500")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body(of(five.ann()) + ".telegramId", equalTo(five.annIs()))
                .body(of(five.off()) + ".switchedOff", equalTo(true))
                .body("nextCursor", nullValue());
        adopt(id, "dry", Map.of("all", true, "dryRun", true))
                .statusCode(200)
                .body("count", equalTo(5))
                .body("refusals", equalTo(Map.of("ended", 1, "switched_off", 1)))
                .body(
                        "sample.find { it.name == '" + five.mute() + "' }.code",
                        equalTo("nobody_known"))
                .body("sample.find { it.name == '" + five.ann() + "' }.code", nullValue());
        adopt(id, "dry", Map.of("names", List.of(five.ann(), "zzz"), "dryRun", true))
                .statusCode(200)
                .body("count", equalTo(2))
                .body("sample[1].code", equalTo("panel_user_not_found"));
    }

    @Test
    void each_is_taken_over_once_by_any_number_of_instances_and_nothing_is_booked() {
        atWork();
        Five five = five();
        String key = UUID.randomUUID().toString();
        String job = adopt(id, key, Map.of("all", true)).statusCode(202).extract().path("importId");
        adopt(id, key, Map.of("all", true)).statusCode(202).body("importId", equalTo(job));
        adopt(id, key, Map.of("all", true, "locale", "de")).statusCode(422);
        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(this::work))
                .toList()
                .forEach(CompletableFuture::join);
        JsonPath rows = done(job);

        assertThat(code(rows, five.ann())).isNull();
        assertThat(code(rows, five.bob())).isNull();
        assertThat(code(rows, five.old())).isEqualTo("ended");
        assertThat(code(rows, five.off())).isEqualTo("switched_off");
        assertThat(code(rows, five.mute())).isEqualTo("nobody_known");
        assertThat(code(done(begun(id, List.of(five.ann()))), five.ann()))
                .isEqualTo("already_adopted");
        servedOnceAndForNothing(rows.getString(of(five.ann()) + ".userId"));
        asAdmin()
                .get(PANELS + id + "/strangers?limit=500")
                .then()
                .body("items.name", not(hasItem(five.ann())))
                .body("items", hasSize(3));
        ofAnOwnerWhomStaffKnow(five.mute());
    }

    private void servedOnceAndForNothing(String account) {
        assertThat(count("select count(*) from subscription where account_id = $1", account))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from ledger_posting"
                                        + " where account_owner = cast($1 as uuid)::text",
                                account))
                .isZero();
    }

    /** Staff know him though the panel does not. */
    private void ofAnOwnerWhomStaffKnow(String name) {
        String owner =
                Logins.register(Logins.freshEmail()).extract().jsonPath().getString("account.id");
        adopt(id, "two", Map.of("names", List.of(name, "other"), "userId", owner))
                .statusCode(422)
                .body("code", equalTo("owner_of_many"));
        String job =
                adopt(
                                id,
                                UUID.randomUUID().toString(),
                                Map.of("names", List.of(name), "userId", owner))
                        .statusCode(202)
                        .extract()
                        .path("importId");
        assertThat(done(job).getString("items[0].userId")).isEqualTo(owner);
    }

    @Test
    void an_e_mail_that_nobody_showed_gives_nothing_away_and_nobody_is_guessed() {
        atWork();
        String email = Logins.freshEmail();
        Logins.register(email);
        String squatted = fresh("squat");
        made(second, Map.of("username", squatted, "email", email));
        String first = fresh("first");
        long person = telegram();
        made(second, Map.of("username", first, "telegramId", person));
        String account = done(begun(id, List.of(first))).getString("items[0].userId");
        String both = fresh("both");
        made(second, Map.of("username", both, "telegramId", person, "email", email));
        String again = fresh("again");
        made(second, Map.of("username", again, "telegramId", person));

        JsonPath rows = done(begun(id, List.of(squatted, both, again, "who_is_this")));

        assertThat(code(rows, squatted)).isEqualTo("email_unverified");
        assertThat(code(rows, both)).isEqualTo("two_accounts");
        assertThat(code(rows, "who_is_this")).isEqualTo("panel_user_not_found");
        assertThat(rows.getString("items.find { it.name == '" + again + "' }.userId"))
                .isEqualTo(account);
    }

    @Test
    void a_panel_that_is_down_delays_and_loses_nobody() {
        atWork();
        String ann = fresh("Ann");
        made(second, Map.of("username", ann, "telegramId", telegram()));
        String job = begun(id, List.of(ann));
        second.panel().faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        work();
        work();
        second.panel().faults().clear();
        pool.preparedQuery("update import_row set not_before = null where job_id = $1")
                .execute(Tuple.of(UUID.fromString(job)))
                .await()
                .indefinitely();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> code(done(job), ann) == null);
    }

    @Test
    void who_may_not_and_what_is_wrong_changes_nothing() {
        staff.withRole("support")
                .decides()
                .header("Idempotency-Key", "k")
                .body(Map.of("planId", BASIC, "all", true))
                .post(PANELS + id + "/adoptions")
                .then()
                .statusCode(403);
        adopt(id, "k", Map.of("all", true)).statusCode(409).body("code", equalTo("not_offered"));
        atWork();
        adopt(id, "k", Map.of()).statusCode(400);
        adopt(id, "k", Map.of("names", List.of("../x"))).statusCode(400);
        adopt(id, "k", Map.of("names", List.of("a"), "all", true)).statusCode(400);
        adopt(id, "k", Map.of("all", true, "planId", UUID.randomUUID().toString()))
                .statusCode(422)
                .body("code", equalTo("plan_not_found"));
        adopt(UUID.randomUUID().toString(), "k", Map.of("all", true)).statusCode(404);
        asAdmin().get("/api/v1/admin/imports/" + UUID.randomUUID()).then().statusCode(404);
    }
}
