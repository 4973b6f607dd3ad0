package io.cybervpn.infrastructure.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the money of a dispute is, also for words that Stripe has not invented yet. */
class StripeDisputeTest {
    private static final Which PAYMENT = new Which.Theirs("cs_1");

    private static ObjectNode dispute(String status) {
        return new ObjectMapper()
                .createObjectNode()
                .put("id", "dp_1")
                .put("amount", 19_900)
                .put("currency", "rub")
                .put("status", status);
    }

    private static GoneBack goneBack(ObjectNode dispute) {
        return new StripeDispute(dispute).goneBack(PAYMENT);
    }

    private static GoneBack named(boolean undone) {
        return new GoneBack.Named(
                new Notice.Returned(
                        PAYMENT,
                        "dp_1",
                        new Money(19_900, Asset.RUB),
                        RefundCause.DISPUTE,
                        undone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs_response", "under_review", "lost", "appeal_under_review"})
    void the_bank_has_the_money(String status) {
        assertThat(goneBack(dispute(status))).isEqualTo(named(false));
    }

    @Test
    void won_means_that_we_have_it_again() {
        assertThat(goneBack(dispute("won"))).isEqualTo(named(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning_needs_response", "warning_closed", "prevented"})
    void a_warning_takes_nothing(String status) {
        assertThat(goneBack(dispute(status))).isInstanceOf(GoneBack.Nothing.class);
    }

    @Test
    void of_an_unknown_word_the_moved_money_tells() {
        ObjectNode dispute = dispute("something_new");
        assertThat(goneBack(dispute)).isInstanceOf(GoneBack.Nothing.class);
        ArrayNode moves = dispute.putArray("balance_transactions");
        moves.addObject().put("amount", -19_900);
        assertThat(goneBack(dispute)).isEqualTo(named(false));
        moves.addObject().put("amount", 19_900);
        assertThat(goneBack(dispute)).isEqualTo(named(true));
    }

    @Test
    void money_that_cannot_be_read_is_for_staff() {
        assertThat(goneBack(dispute("lost").put("amount", "much")))
                .isInstanceOf(GoneBack.Strange.class);
    }
}
