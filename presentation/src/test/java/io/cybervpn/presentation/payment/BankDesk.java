package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Payments by bank transfer, and staff who look at the shop's account. */
@Singleton
final class BankDesk {
    static final Money PRICE = new Money(19_900, Asset.RUB);

    private static final String TRANSFERS = "/api/v1/admin/bank-transfers";

    private final StartPayment startPayment;
    private final StaffMembers staff;

    @Inject
    BankDesk(StartPayment startPayment, StaffMembers staff) {
        this.startPayment = startPayment;
        this.staff = staff;
    }

    /** One that can decide. */
    Member clerk() {
        return staff.withRole("admin");
    }

    PaymentView start(AccountId payer, Money price) {
        StartPayment.Result result =
                startPayment
                        .execute(
                                new StartPayment.Command(
                                        UUID.randomUUID(),
                                        payer,
                                        price,
                                        "CyberVPN Pro, 30 days",
                                        "manual",
                                        30,
                                        Instant.now().plusSeconds(3_600)))
                        .await()
                        .indefinitely();
        assertThat(result).isInstanceOf(StartPayment.Result.Started.class);
        return ((StartPayment.Result.Started) result).payment();
    }

    PaymentView start() {
        return start(new AccountId(UUID.randomUUID()), PRICE);
    }

    /** What came, in the words of the API. */
    record Seen(String reference, Money amount, String bankReference, Instant arrivedAt) {
        static Seen of(PaymentView payment, Money amount) {
            return new Seen(
                    TransferReference.of(payment.id()).text(),
                    amount,
                    "bank " + UUID.randomUUID(),
                    Instant.now().minusSeconds(2));
        }

        JsonObject json() {
            return new JsonObject()
                    .put("reference", reference)
                    .put(
                            "amount",
                            new JsonObject()
                                    .put("amount", amount.toDecimal())
                                    .put("currency", amount.asset().code()))
                    .put("bankReference", bankReference)
                    .put("arrivedAt", arrivedAt.toString());
        }
    }

    static Response record(Member clerk, JsonObject body) {
        return clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.encode())
                .post(TRANSFERS);
    }

    static Response record(Member clerk, Seen seen) {
        return record(clerk, seen.json());
    }

    /** A payment whose money came. */
    PaymentView paid(Member clerk) {
        PaymentView payment = start();
        assertThat(record(clerk, Seen.of(payment, PRICE)).statusCode()).isEqualTo(201);
        return payment;
    }
}
