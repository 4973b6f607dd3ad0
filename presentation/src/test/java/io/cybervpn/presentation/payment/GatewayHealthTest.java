package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.tbank.TBank;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff see how a provider does, by what came of calls, payments and pushes. */
@QuarkusTest
class GatewayHealthTest {
    private static final String GATEWAYS = "/api/v1/admin/payment-gateways";

    @Inject Till till;
    @Inject StaffMembers staff;
    @Inject ShopClock clock;

    private final TBankStand bank = new TBankStand();
    private Member viewer;

    @BeforeEach
    void somebody_looks() {
        clock.reset();
        viewer = staff.withRole("viewer");
    }

    @AfterEach
    void allIsWellAgain() {
        bank.calm();
        clock.reset();
    }

    private ValidatableResponse health(String provider) {
        return viewer.asks().get(GATEWAYS + "/" + provider + "/health").then();
    }

    private JsonPath bankNow() {
        return health("tbank").statusCode(200).extract().jsonPath();
    }

    @Test
    void a_paid_payment_is_seen_with_its_calls_and_its_push() {
        JsonPath before = bankNow();
        Instant began = Instant.now().minusSeconds(1);
        PaymentView payment = till.start(bank);
        assertThat(bank.paid(payment).deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");

        JsonPath after = bankNow();

        assertThat(after.getLong("callsHour.calls"))
                .isGreaterThan(before.getLong("callsHour.calls"));
        assertThat(after.getLong("callsDay.calls"))
                .isGreaterThanOrEqualTo(after.getLong("callsHour.calls"));
        assertThat(Instant.parse(after.getString("lastAnswerAt"))).isAfter(began);
        assertThat(after.getLong("paymentsHour.captured"))
                .isEqualTo(before.getLong("paymentsHour.captured") + 1);
        assertThat(after.getLong("pushes.hour")).isEqualTo(before.getLong("pushes.hour") + 1);
        assertThat(Instant.parse(after.getString("pushes.lastAt"))).isAfter(began);
    }

    @Test
    void calls_without_an_answer_are_counted_and_the_latest_is_told() {
        JsonPath before = bankNow();
        bank.faults().add(bank.onMake(Fault.of(Fault.Kind.ERROR, 503).times(1)));
        assertThat(till.startResult(bank)).isInstanceOf(StartPayment.Result.Delayed.class);

        health("tbank")
                .body(
                        "callsHour.unanswered",
                        equalTo((int) before.getLong("callsHour.unanswered") + 1))
                .body("lastFailure.what", containsString("invoice: "))
                .body("lastFailure.at", notNullValue());
        assertThat(health("tbank").extract().asString()).doesNotContain(TBank.PASSWORD);
    }

    @Test
    void what_was_an_hour_ago_is_of_the_day_and_not_of_the_hour() {
        assertThat(till.startResult(bank)).isInstanceOf(StartPayment.Result.Started.class);
        long today = bankNow().getLong("callsDay.calls");
        clock.advance(Duration.ofMinutes(61));
        viewer = staff.withRole("viewer");

        JsonPath later = bankNow();
        assertThat(later.getLong("callsHour.calls")).isLessThan(today);
        assertThat(later.getLong("callsDay.calls")).isGreaterThanOrEqualTo(today);
    }

    @Test
    void all_are_listed_and_one_that_sends_no_pushes_has_none() {
        viewer.asks()
                .get(GATEWAYS + "/health")
                .then()
                .statusCode(200)
                .body(
                        "items.provider",
                        hasItems("cryptobot", "manual", "stars", "stripe", "tbank", "yookassa"));
        health("manual").body("pushes", nullValue()).body("circuit", equalTo("closed"));
        health("stars").body("pushes", notNullValue());
        health("nobody").statusCode(404);
    }
}
