package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.cryptopay.CryptoPay;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Crypto Pay passes the acceptance suite, and what only it has. */
@QuarkusTest
@Accepts("cryptobot")
class CryptoBotAcceptanceTest extends GatewayContract {
    private final CryptoBotStand stand = new CryptoBotStand();

    @Override
    Stand stand() {
        return stand;
    }

    @Test
    void a_currency_we_do_not_know_gives_nothing_and_cannot_be_booked() {
        PaymentView payment = payment();
        Push push = stand.saying(CryptoBotStand.paidInvoice(payment).put("fiat", "KZT"));

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "flagged");
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("flagged", 0, 0, 0, 0));
    }

    @Test
    void a_genuine_push_that_is_no_json_is_stored_and_flagged() {
        Push push = stand.sealed("{\"update_type\": \"invoice_paid\" " + UUID.randomUUID());

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "flagged");
    }

    @Test
    void a_push_that_the_provider_repeats_and_shuffles_gives_the_money_once() {
        PaymentView first = payment();
        PaymentView second = payment();
        CryptoPay cryptoPay = ShopWorld.sandbox().cryptoPay();
        cryptoPay.faults().add(Fault.of(Fault.Kind.DUPLICATE_WEBHOOKS, 3));

        cryptoPay.invoices().pay(CryptoBotStand.invoiceId(first));
        cryptoPay.invoices().pay(CryptoBotStand.invoiceId(second));

        Stream.of(first, second)
                .forEach(
                        payment -> {
                            till.awaitState(payment, "captured");
                            assertThat(till.effect(payment)).isEqualTo(capturedOnce());
                        });
    }
}
