package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.payment.BankDesk.Seen;
import io.cybervpn.presentation.shared.Customers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what of bank transfers, and what is refused. */
@QuarkusTest
class BankTransfersTest {
    private static final String TRANSFERS = "/api/v1/admin/bank-transfers";
    private static final Till.Effect CAPTURED = new Till.Effect("captured", 1, 19_900, 0, 1);

    @Inject BankDesk desk;
    @Inject Till till;
    @Inject Customers customers;

    private Member clerk;

    @BeforeEach
    void a_clerk_comes() {
        clerk = desk.clerk();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    @Test
    void a_payer_sees_where_to_send_it_and_nobody_else_does() {
        Customers.Customer payer = customers.someone();
        PaymentView payment = desk.start(payer.id(), BankDesk.PRICE);
        String path = "/api/v1/payments/" + payment.id().value();

        payer.asks().get(path).then().body("payUrl", endsWith(path + "/transfer"));
        payer.asks()
                .get(path + "/transfer")
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("199.00"))
                .body("reference", equalTo(TransferReference.of(payment.id()).text()))
                .body("recipient", equalTo("CyberVPN Ltd"))
                .body("account", equalTo("DE02 1203 0000 0000 2020 51"));
        customers.someone().asks().get(path + "/transfer").then().statusCode(404);

        assertThat(BankDesk.record(clerk, Seen.of(payment, BankDesk.PRICE)).statusCode())
                .isEqualTo(201);
        payer.asks()
                .get(path + "/transfer")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing_to_pay"));
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        PaymentView payment = desk.start();
        Seen seen = Seen.of(payment, BankDesk.PRICE);
        Seen tomorrow =
                new Seen(
                        seen.reference(),
                        seen.amount(),
                        seen.bankReference(),
                        Instant.now().plusSeconds(90_000));

        BankDesk.record(clerk, tomorrow).then().body("code", equalTo("time_not_plausible"));
        BankDesk.record(clerk, seen.json().put("reference", "CV-0000-0000-0000"))
                .then()
                .statusCode(409)
                .body("code", equalTo("reference_not_found"));
        BankDesk.record(clerk, seen.json().putNull("amount")).then().statusCode(400);
        BankDesk.record(clerk, seen.json().put("bankReference", "x")).then().statusCode(400);
        BankDesk.record(clerk, seen.json().putNull("arrivedAt")).then().statusCode(400);
        clerk.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(seen.json().encode())
                .post(TRANSFERS)
                .then()
                .statusCode(400);
        clerk.decides().body(seen.json().encode()).post(TRANSFERS).then().statusCode(400);
        assertThat(till.effect(payment)).isEqualTo(Till.Effect.NONE);

        assertThat(BankDesk.record(clerk, seen).statusCode()).isEqualTo(201);
        BankDesk.record(clerk, seen.json().put("reference", ""))
                .then()
                .statusCode(409)
                .body("code", equalTo("transfer_known"));
        assertThat(till.effect(payment)).isEqualTo(CAPTURED);
    }

    @Test
    void above_the_bound_it_counts_when_somebody_else_has_seen_it_too() {
        Money much = rub(6_000_000);
        PaymentView payment = desk.start(new AccountId(UUID.randomUUID()), much);
        String approval =
                BankDesk.record(clerk, Seen.of(payment, much))
                        .then()
                        .statusCode(202)
                        .body("status", equalTo("approval_required"))
                        .body("approvalId", notNullValue())
                        .extract()
                        .path("approvalId");
        assertThat(till.effect(payment)).isEqualTo(Till.Effect.NONE);

        desk.clerk()
                .decides()
                .post("/api/v1/admin/approvals/" + approval + "/approve")
                .then()
                .statusCode(200);
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("captured", 1, 6_000_000, 0, 1));
    }
}
