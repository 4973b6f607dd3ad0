package io.cybervpn.application.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.model.Registration;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of receipts does. Its receipts are of long ago: only they are due then. */
public abstract class FiscalReceiptsContract {
    private static final String OFFICE = "office";
    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00Z");

    protected abstract FiscalReceipts receipts();

    protected abstract UnitOfWork unitOfWork();

    /** One that is there. */
    protected abstract PaymentId payment();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private void run(Supplier<Uni<Void>> work) {
        inTransaction(() -> work.get().replaceWith(true));
    }

    private ReceiptOrder order(PaymentId payment, ReceiptCause cause, UUID about) {
        return order(payment, cause, about, OFFICE);
    }

    private static ReceiptOrder order(
            PaymentId payment, ReceiptCause cause, UUID about, String registrar) {
        return new ReceiptOrder(
                new FiscalReceiptId(UUID.randomUUID()),
                registrar,
                cause,
                payment,
                about,
                new Money(19_900, Asset.RUB),
                THEN.minusSeconds(60),
                THEN.minusSeconds(30),
                THEN);
    }

    private FiscalReceipt.Queued queued() {
        PaymentId payment = payment();
        ReceiptOrder order = order(payment, ReceiptCause.PAYMENT, payment.value());
        run(() -> receipts().add(order));
        return new FiscalReceipt.Queued(order);
    }

    private List<FiscalReceipt.Open> claim(Instant now) {
        return inTransaction(() -> receipts().claimDue(Set.of(OFFICE), now, 10));
    }

    private void save(FiscalReceipt receipt, Instant now) {
        run(() -> receipts().save(receipt, now));
    }

    private FiscalReceipt stored(FiscalReceipt receipt) {
        return inTransaction(() -> receipts().lock(receipt.id())).orElseThrow();
    }

    private void finish(FiscalReceipt.Open receipt) {
        save(receipt.givenUp("done with", THEN), THEN);
    }

    @Test
    void one_is_there_once_for_what_it_is_for() {
        FiscalReceipt.Queued receipt = queued();
        UUID about = receipt.order().about();
        ReceiptOrder again = order(receipt.order().payment(), ReceiptCause.PAYMENT, about);
        run(() -> receipts().add(again));
        assertThat(inTransaction(() -> receipts().lockOf(ReceiptCause.PAYMENT, about)))
                .contains(receipt);
        assertThat(inTransaction(() -> receipts().lockOf(ReceiptCause.REFUND, about))).isEmpty();

        ReceiptOrder refund =
                order(receipt.order().payment(), ReceiptCause.REFUND, UUID.randomUUID());
        run(() -> receipts().add(refund));
        assertThat(inTransaction(() -> receipts().ofPayment(receipt.order().payment())))
                .containsExactlyInAnyOrder(receipt, new FiscalReceipt.Queued(refund));
        finish(receipt);
        finish(new FiscalReceipt.Queued(refund));
    }

    @Test
    void pauses_double_up_to_an_hour_and_never_end() {
        FiscalReceipt.Queued receipt = queued();
        assertThat(claim(THEN.minusSeconds(1))).isEmpty();
        assertThat(claim(THEN)).containsExactly(receipt);
        assertThat(claim(THEN.plusSeconds(59))).isEmpty();
        assertThat(claim(THEN.plusSeconds(60))).containsExactly(receipt);
        assertThat(claim(THEN.plusSeconds(179))).isEmpty();
        Instant now = THEN;
        for (int hours = 0; hours < 30; hours++) {
            now = now.plus(Duration.ofHours(1));
            assertThat(claim(now)).containsExactly(receipt);
        }
        assertThat(claim(now.plus(Duration.ofMinutes(59)))).isEmpty();
        finish(receipt);
    }

    @Test
    void a_sent_one_stays_due_when_it_was_and_a_registered_one_is_not_any_more() {
        FiscalReceipt.Queued receipt = queued();
        assertThat(claim(THEN)).hasSize(1);
        FiscalReceipt.Sent sent = receipt.sent(THEN.plusSeconds(1));
        save(sent, THEN.plusSeconds(1));
        assertThat(stored(receipt)).isEqualTo(sent);
        assertThat(claim(THEN.plusSeconds(59))).isEmpty();
        assertThat(claim(THEN.plusSeconds(60))).containsExactly(sent);

        FiscalReceipt.Registered made =
                sent.registered(
                        new Registration(
                                "r-" + UUID.randomUUID(),
                                Optional.of(URI.create("https://tax.test/1"))),
                        THEN.plusSeconds(70));
        save(made, THEN.plusSeconds(70));
        assertThat(stored(receipt)).isEqualTo(made);
        assertThat(claim(THEN.plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void one_that_was_given_up_and_is_tried_again_is_due_at_once_and_patient_anew() {
        FiscalReceipt.Queued receipt = queued();
        assertThat(claim(THEN)).hasSize(1);
        assertThat(claim(THEN.plusSeconds(60))).hasSize(1);
        FiscalReceipt.GivenUp givenUp = receipt.givenUp("refused", THEN.plusSeconds(61));
        save(givenUp, THEN.plusSeconds(61));
        assertThat(stored(receipt)).isEqualTo(givenUp);
        assertThat(claim(THEN.plus(Duration.ofDays(1)))).isEmpty();

        save(givenUp.again(), THEN.plusSeconds(100));
        assertThat(claim(THEN.plusSeconds(100))).containsExactly(receipt);
        assertThat(claim(THEN.plusSeconds(160))).containsExactly(receipt);
        finish(receipt);
    }

    @Test
    void one_of_a_registrar_that_cannot_be_reached_is_left_for_later() {
        PaymentId payment = payment();
        ReceiptOrder order = order(payment, ReceiptCause.PAYMENT, payment.value(), "elsewhere");
        run(() -> receipts().add(order));
        assertThat(claim(THEN)).isEmpty();
        assertThat(inTransaction(() -> receipts().claimDue(Set.of(OFFICE, "elsewhere"), THEN, 10)))
                .containsExactly(new FiscalReceipt.Queued(order));
        finish(new FiscalReceipt.Queued(order));
    }

    @Test
    void a_cancelled_one_says_whether_hands_made_it() {
        for (boolean byHand : new boolean[] {true, false}) {
            FiscalReceipt.Queued receipt = queued();
            FiscalReceipt.Cancelled cancelled =
                    new FiscalReceipt.Cancelled(receipt.order(), byHand, "why", THEN);
            save(cancelled, THEN);
            assertThat(stored(receipt)).isEqualTo(cancelled);
        }
    }

    @Test
    void no_two_have_one_reference() {
        FiscalReceipt.Queued one = queued();
        FiscalReceipt.Queued other = queued();
        Registration registration = new Registration("r-" + UUID.randomUUID(), Optional.empty());
        save(one.registered(registration, THEN), THEN);
        assertThatThrownBy(() -> save(other.registered(registration, THEN), THEN));
        assertThat(stored(other)).isEqualTo(other);
        finish(other);
    }
}
