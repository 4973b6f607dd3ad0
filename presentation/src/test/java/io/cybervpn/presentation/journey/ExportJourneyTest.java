package io.cybervpn.presentation.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.identity.ForgetExpiredSessions;
import io.cybervpn.presentation.identity.PasskeyRows;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R56: a customer takes a copy of all that is known of him. */
@QuarkusTest
class ExportJourneyTest {
    @Inject StaffMembers staff;
    @Inject ForgetExpiredSessions forgetExpired;
    @Inject ShopClock clock;
    @Inject Pool pool;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private static Response ask(Shopper shopper) {
        return shopper.asks()
                .body(new JsonObject().put("password", shopper.password()).encode())
                .post("/api/v1/account/export");
    }

    private static String ready(Shopper shopper) {
        String id = ask(shopper).then().statusCode(202).extract().path("id");
        shopper.awaited("/account/exports/" + id, it -> it.getString("status").equals("ready"));
        return id;
    }

    @Test
    void a_copy_has_everything_and_nobody_elses() {
        Shopper shopper = Shopper.register();
        String user = "/api/v1/admin/users/" + shopper.get("/me").getString("id");
        staff.withRole("support")
                .asks()
                .body("{\"text\":\"asks \\\"often\\\"\"}")
                .post(user + "/notes")
                .then()
                .statusCode(200);
        JsonPath order = shopper.ordered(LeavingJourneyTest.wish());
        shopper.pay(order);
        shopper.settled(order);
        PasskeyRows.insert(pool, shopper.email());

        String id = ready(shopper);

        Response file = shopper.asks().get("/api/v1/account/exports/" + id + "/file");
        file.then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Disposition", containsString("attachment"));
        JsonPath copy = new JsonPath(file.asString());
        assertThat(copy.getString("sections.account[0].email")).isEqualTo(shopper.email());
        assertThat(copy.getString("sections.staff_notes[0].text")).isEqualTo("asks \"often\"");
        assertThat(copy.getList("sections.orders.id")).containsExactly(order.getString("id"));
        assertThat(copy.getList("sections.payments")).hasSize(1);
        assertThat(copy.getList("sections.ledger")).hasSize(2);
        assertThat(copy.getList("sections.subscriptions")).hasSize(1);
        assertThat(copy.getList("sections.sessions")).isNotEmpty();
        assertThat(copy.getList("sections.passkeys.name")).containsExactly("a phone");
        assertThat(file.asString()).doesNotContain("password_hash", "sealed", "argon2");
        shopper.asks()
                .get("/api/v1/account/exports/" + id)
                .then()
                .body("sizeBytes", equalTo(file.asByteArray().length));
        Shopper stranger = Shopper.register();
        assertThat(stranger.asks().get("/api/v1/account/exports/" + id).statusCode())
                .isEqualTo(404);
        assertThat(sealed(id)).startsWith("box1.").doesNotContain(shopper.email());
    }

    private String sealed(String id) {
        return pool.query("select sealed from account_export_piece where export_id = '" + id + "'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    @Test
    void it_takes_the_password_and_ends_after_a_week() {
        Shopper shopper = Shopper.register();
        shopper.asks()
                .body("{}")
                .post("/api/v1/account/export")
                .then()
                .statusCode(400)
                .body("code", equalTo("wrong_password"));
        String id = ready(shopper);
        clock.advance(Duration.ofDays(8));
        forgetExpired.execute().await().indefinitely();
        long left =
                pool.query("select count(*) from account_export where id = '" + id + "'")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0);
        assertThat(left).isZero();
    }

    @Test
    void nobody_needs_many_copies_a_day() {
        Shopper shopper = Shopper.register();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ask(shopper).statusCode(), status -> status == 429);
    }
}
