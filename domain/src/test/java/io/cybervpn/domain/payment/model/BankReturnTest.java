package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Transfers that staff record, and refunds that they send by hand. */
class BankReturnTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Money MONEY = new Money(500, Asset.EUR);
    private static final BankReturn.Order ORDER =
            new BankReturn.Order(
                    new RefundId(new UUID(1, 1)), new PaymentId(new UUID(1, 2)), MONEY, NOW);
    private static final BankReturn WAITING = new BankReturn.Waiting(ORDER);
    private static final BankReturn.Word SENT = new BankReturn.Word.Sent("bank 7");
    private static final BankReturn.Word FAILED = new BankReturn.Word.Failed("account closed");

    private static BankReturn after(BankReturn state, BankReturn.Word word) {
        return switch (state.hear(word, NOW)) {
            case BankReturn.Step.Now(var now) -> now;
            case BankReturn.Step.Same _, BankReturn.Step.Contradiction _ ->
                    throw new AssertionError("nothing changed");
        };
    }

    @Test
    void what_waits_is_sent_or_fails() {
        assertThat(after(WAITING, SENT)).isEqualTo(new BankReturn.Sent(ORDER, "bank 7", NOW));
        assertThat(after(WAITING, FAILED))
                .isEqualTo(new BankReturn.Failed(ORDER, "account closed", NOW));
    }

    @Test
    void the_same_word_again_changes_nothing_and_another_contradicts() {
        BankReturn sent = after(WAITING, SENT);
        assertThat(sent.hear(SENT, NOW.plusSeconds(9))).isEqualTo(new BankReturn.Step.Same(sent));
        assertThat(sent.hear(new BankReturn.Word.Sent("bank 8"), NOW))
                .isEqualTo(new BankReturn.Step.Contradiction());
    }

    @Test
    void what_was_sent_may_come_back_and_is_not_sent_again() {
        BankReturn failed = after(after(WAITING, SENT), FAILED);
        assertThat(failed).isInstanceOf(BankReturn.Failed.class);
        assertThat(failed.hear(FAILED, NOW)).isEqualTo(new BankReturn.Step.Same(failed));
        assertThat(failed.hear(SENT, NOW)).isEqualTo(new BankReturn.Step.Contradiction());
    }

    @Test
    void a_transfer_is_known_by_its_invoice_its_number_or_the_bank() {
        Optional<TransferReference> invoice =
                Optional.of(new TransferReference("CV-0000-0000-0001"));
        assertThat(BankTransfer.referenceOf(invoice, 0, "b7")).isEqualTo("CV-0000-0000-0001");
        assertThat(BankTransfer.referenceOf(invoice, 1, "b8")).isEqualTo("CV-0000-0000-0001/2");
        assertThat(BankTransfer.referenceOf(Optional.empty(), 0, "b9")).isEqualTo("bank:b9");
    }

    @Test
    void a_transfer_of_nothing_or_out_of_the_future_is_refused() {
        assertThatThrownBy(() -> transfer(Money.zero(Asset.EUR), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> transfer(MONEY, NOW.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(transfer(MONEY, NOW).receipt())
                .isEqualTo(new Receipt("bank:b", new Receipt.Received.Exact(MONEY), NOW));
    }

    private static BankTransfer transfer(Money amount, Instant arrivedAt) {
        return new BankTransfer(
                new TransferId(new UUID(1, 3)),
                "bank:b",
                Optional.empty(),
                amount,
                "b",
                arrivedAt,
                NOW,
                "for a test");
    }
}
