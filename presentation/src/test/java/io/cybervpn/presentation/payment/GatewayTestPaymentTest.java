package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.tbank.TBank;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin tries a provider with what is set, and the shop's money knows nothing of it. */
@QuarkusTest
class GatewayTestPaymentTest {
    private static final String GATEWAYS = "/api/v1/admin/payment-gateways/";

    @Inject StaffMembers staff;
    @Inject Pool pool;

    private final TBankStand bank = new TBankStand();
    private Member admin;

    @BeforeEach
    void somebody_tries() {
        admin = staff.withRole("admin");
    }

    @AfterEach
    void allIsWellAgain() {
        bank.calm();
        for (String sql :
                List.of(
                        "delete from payment_gateway",
                        "delete from payment_gateway_secret",
                        "delete from payment_gateway_former_secret")) {
            pool.query(sql).execute().await().indefinitely();
        }
        admin.asks().get(GATEWAYS).then().statusCode(200);
    }

    private ValidatableResponse test(String provider, String body) {
        return admin.decides().body(body).post(GATEWAYS + provider + "/test-payments").then();
    }

    private List<Long> rows() {
        return List.of(count("payment"), count("ledger_transaction"), count("unmatched_money"));
    }

    private long count(String table) {
        return pool.query("select count(*) from " + table)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void every_provider_works_and_nothing_is_booked() {
        List<Long> before = rows();
        for (String provider : List.of("cryptobot", "stripe", "tbank")) {
            test(provider, "{}")
                    .statusCode(200)
                    .body("works", is(true))
                    .body("steps.name", equalTo(List.of("create", "read", "cancel")))
                    .body("steps.outcome", everyItem(equalTo("ok")));
        }
        for (String provider : List.of("manual", "stars", "yookassa")) {
            test(provider, "{}")
                    .statusCode(200)
                    .body("works", is(true))
                    .body("steps.outcome", equalTo(List.of("ok", "ok", "skipped")));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_wrong_secret_is_told_in_clear_words_and_never_shown() {
        String wrong = "a-Password-of-nobody-1234";
        admin.decides()
                .body("{\"value\": \"" + wrong + "\"}")
                .put(GATEWAYS + "tbank/secrets/password")
                .then()
                .statusCode(204);

        String answer =
                test("tbank", "{\"currency\": \"RUB\"}")
                        .statusCode(200)
                        .body("works", is(false))
                        .body("steps.outcome", equalTo(List.of("failed", "skipped", "skipped")))
                        .body("steps[0].message", containsString("The provider"))
                        .extract()
                        .asString();
        assertThat(answer).doesNotContain(wrong).doesNotContain(TBank.PASSWORD);
    }

    @Test
    void an_outage_and_a_currency_that_is_not_taken_are_told_apart() {
        bank.faults().add(bank.onMake(Fault.of(Fault.Kind.ERROR, 503).times(1)));
        test("tbank", "{}")
                .body("works", is(false))
                .body("steps[0].message", containsString("gives no usable answer"));
        test("tbank", "{\"currency\": \"TON\"}")
                .body("works", is(false))
                .body("steps[0].message", containsString("says no"));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        test("nobody", "{}").statusCode(404);
        test("tbank", "{\"currency\": \"XXX\"}").statusCode(400);
        admin.asks().body("{}").post(GATEWAYS + "tbank/test-payments").then().statusCode(400);
        staff.withRole("viewer")
                .decides()
                .body("{}")
                .post(GATEWAYS + "tbank/test-payments")
                .then()
                .statusCode(403);
    }
}
