package io.cybervpn.presentation.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.tbank.TBank;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R95 by a card that T-Bank keeps: its RebillId comes by a push alone. */
@QuarkusTest
@Charges("tbank")
class RenewByTBankCardTest extends RenewByCardContract {
    private final TBank bank = ShopWorld.sandbox().tBank();
    private final BankCards cards = new BankCards(bank);

    @Override
    Cards cards() {
        return cards;
    }

    private record BankCards(TBank bank) implements Cards {
        @Override
        public String provider() {
            return "tbank";
        }

        @Override
        public String title() {
            return "Card *0777";
        }

        @Override
        public String pay(String payment) {
            long id = bank.payments().ofOrder(payment).getFirst().getLong("PaymentId");
            JsonObject paid = bank.payments().pay(id);
            return paid.containsKey("RebillId") ? paid.getLong("RebillId").toString() : "";
        }

        @Override
        public void empty(String token) {
            bank.payments().cards().refuse(token, "1051");
        }

        @Override
        public void revoke(String token) {
            bank.payments().cards().refuse(token, "1054");
        }

        @Override
        public void recover(String token) {
            bank.payments().cards().recover(token);
        }

        @Override
        public List<Boolean> charges(String token) {
            return bank.payments().all().stream()
                    .filter(one -> one.getString("_rebill", "").equals(token))
                    .map(one -> one.getString("Status").equals("CONFIRMED"))
                    .toList();
        }

        @Override
        public Fault onCharge(Fault fault) {
            return fault.on("POST", "/v2/Charge");
        }

        /** Authorised, and confirmed. */
        @Override
        public int pushes() {
            return 2;
        }

        @Override
        public Faults faults() {
            return bank.faults();
        }

        @Override
        public SandboxClock clock() {
            return bank.clock();
        }
    }

    @Test
    void a_payment_that_was_begun_and_not_charged_is_cancelled_and_tried_again_with_another() {
        agree();
        bank.faults().add(cards.onCharge(Fault.of(Fault.Kind.ERROR, 503)).times(1));

        run();
        assertThat(states()).isEqualTo("charging");
        clock.advance(Duration.ofMinutes(6));
        resolveOpenPayments.execute().await().indefinitely();
        run();
        assertThat(states()).isEqualTo("failed");
        assertThat(cards.charges(token)).isEmpty();
        clock.advance(Duration.ofDays(1));
        run();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(states()).isEqualTo("paid planned"));
        assertThat(cards.charges(token)).containsExactly(true);
    }
}
