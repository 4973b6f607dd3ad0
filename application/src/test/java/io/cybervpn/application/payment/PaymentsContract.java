package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.repository.Payments;
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

/**
 * What every store of payments does. Its payments are of long ago and of a provider that nobody
 * owns, so that a store that others use too finds only them due.
 */
public abstract class PaymentsContract {
    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(1), HOUR);

    protected abstract Payments payments();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    @Test
    void every_state_comes_back_as_it_was() {
        PaymentRequest request = stored();
        Invoice invoice = invoice();
        Receipt little =
                new Receipt(invoice.reference(), new Received.Exact(new Money(1, Asset.RUB)), THEN);
        Receipt enough =
                new Receipt(invoice.reference(), new Received.Exact(request.amount()), THEN);
        List<Payment> life =
                List.of(
                        new Payment.Unknown(request),
                        new Payment.Pending(request, invoice),
                        new Payment.Expired(request, Optional.of(invoice.reference()), THEN),
                        new Payment.Flagged(request, little, "underpaid", THEN));
        for (Payment state : life) {
            inTransaction(() -> payments().lock(state.id()).chain(() -> payments().save(state)));
            assertThat(find(state.id())).contains(state);
        }
        Payment captured = new Payment.Captured(stored(), other(enough), THEN);
        inTransaction(() -> payments().save(captured));
        assertThat(find(captured.id())).contains(captured);
        Payment failed = new Payment.Failed(stored(), "AMOUNT_TOO_SMALL", THEN);
        inTransaction(() -> payments().save(failed));
        assertThat(find(failed.id())).contains(failed);
    }

    @Test
    void it_is_found_by_its_invoice() {
        PaymentRequest request = stored();
        Invoice invoice = invoice();
        inTransaction(() -> payments().save(new Payment.Pending(request, invoice)));
        String provider = request.provider();
        assertThat(byReference(provider, invoice.reference())).contains(request.id());
        assertThat(byReference("other", invoice.reference())).isEmpty();
        assertThat(byReference(provider, "other")).isEmpty();
    }

    private Optional<PaymentId> byReference(String provider, String reference) {
        return inTransaction(() -> payments().byReference(provider, reference));
    }

    @Test
    void an_amount_that_cannot_be_counted_comes_back_as_text() {
        PaymentRequest request = stored();
        Payment flagged =
                new Payment.Flagged(
                        request,
                        new Receipt(
                                invoice().reference(), new Received.Unreadable("199 KZT"), THEN),
                        "amount not understood",
                        THEN);

        inTransaction(() -> payments().save(flagged));

        assertThat(find(request.id())).contains(flagged);
    }

    @Test
    void several_are_held_and_stored_together() {
        PaymentRequest one = stored();
        PaymentRequest two = stored();
        PaymentId nobodys = new PaymentId(UUID.randomUUID());
        List<Payment> changed =
                List.of(
                        new Payment.Failed(one, "AMOUNT_TOO_SMALL", THEN),
                        new Payment.Unknown(two));

        List<Payment> held =
                inTransaction(
                        () ->
                                payments()
                                        .lockAll(List.of(two.id(), nobodys, one.id()))
                                        .call(() -> payments().saveAll(changed)));

        assertThat(held).extracting(Payment::id).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(find(one.id())).contains(changed.get(0));
        assertThat(find(two.id())).contains(changed.get(1));
    }

    @Test
    void what_is_not_there_is_empty() {
        PaymentId nobodys = new PaymentId(UUID.randomUUID());

        assertThat(find(nobodys)).isEmpty();
        assertThat(inTransaction(() -> payments().lock(nobodys))).isEmpty();
    }

    @Test
    void an_invoice_belongs_to_one_payment() {
        Invoice invoice = invoice();
        PaymentRequest first = stored();
        PaymentRequest second = stored();
        inTransaction(() -> payments().save(new Payment.Pending(first, invoice)));

        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () ->
                                                payments()
                                                        .save(
                                                                new Payment.Pending(
                                                                        second, invoice))))
                .isInstanceOf(RuntimeException.class);

        assertThat(find(second.id())).contains(new Payment.Created(second));
        close(first);
        close(second);
    }

    @Test
    void a_due_payment_is_taken_once_and_is_due_again_later() {
        PaymentRequest request = stored();

        assertThat(claimed(request, Duration.ofSeconds(59))).isFalse();
        assertThat(claimed(request, Duration.ofSeconds(60))).isTrue();
        assertThat(claimed(request, Duration.ofSeconds(119))).isFalse();
        assertThat(claimed(request, Duration.ofSeconds(120))).isTrue();
        assertThat(claimed(request, Duration.ofMinutes(10))).isTrue();
        assertThat(claimed(request, Duration.ofMinutes(14))).isFalse();
        assertThat(claimed(request, Duration.ofMinutes(15))).isTrue();
        close(request);
    }

    @Test
    void what_is_no_longer_open_is_never_due() {
        PaymentRequest request = stored();
        close(request);

        assertThat(claimed(request, HOUR)).isFalse();
    }

    @Test
    void an_open_payment_is_due_as_soon_as_somebody_asks() {
        PaymentRequest request = stored();
        inTransaction(() -> payments().save(new Payment.Pending(request, invoice())));

        inTransaction(() -> payments().lookNow(List.of(request.id()), THEN.plusSeconds(5)));

        assertThat(claimed(request, Duration.ofSeconds(4))).isFalse();
        assertThat(claimed(request, Duration.ofSeconds(5))).isTrue();
        assertThat(claimed(request, Duration.ofSeconds(64))).isFalse();
        close(request);
    }

    @Test
    void an_expired_payment_that_is_asked_for_is_due_until_it_is_stored_again() {
        PaymentRequest request = stored();
        Payment expired = new Payment.Expired(request, Optional.empty(), THEN);
        inTransaction(() -> payments().save(expired));

        inTransaction(() -> payments().lookNow(List.of(request.id()), THEN));

        assertThat(claimed(request, Duration.ofSeconds(1))).isTrue();
        assertThat(claimed(request, HOUR)).isTrue();
        inTransaction(() -> payments().lock(request.id()).chain(() -> payments().save(expired)));
        assertThat(claimed(request, HOUR.multipliedBy(5))).isFalse();
        assertThat(find(request.id())).contains(expired);
    }

    @Test
    void nobody_is_asked_about_a_payment_whose_making_is_under_way_or_that_is_over() {
        PaymentRequest made = stored();
        PaymentRequest over = stored();
        close(over);

        inTransaction(() -> payments().lookNow(List.of(made.id(), over.id()), THEN));

        assertThat(claimed(made, Duration.ofSeconds(59))).isFalse();
        assertThat(claimed(over, HOUR)).isFalse();
        close(made);
    }

    @Test
    void those_of_a_provider_that_is_being_asked_are_left_out() {
        PaymentRequest made = stored();

        assertThat(
                        inTransaction(
                                () ->
                                        payments()
                                                .claimDue(
                                                        THEN.plus(HOUR),
                                                        PATIENCE,
                                                        1000,
                                                        Set.of("nobody", "somebody"))))
                .isEmpty();
        assertThat(claimed(made, HOUR)).isTrue();
        close(made);
    }

    private boolean claimed(PaymentRequest request, Duration later) {
        return inTransaction(() -> payments().claimDue(THEN.plus(later), PATIENCE, 1000, Set.of()))
                .stream()
                .anyMatch(payment -> payment.id().equals(request.id()));
    }

    private Optional<Payment> find(PaymentId payment) {
        return inTransaction(() -> payments().find(payment));
    }

    private PaymentRequest stored() {
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        new AccountId(UUID.randomUUID()),
                        "nobody",
                        new Money(19_900, Asset.RUB),
                        "CyberVPN Pro, 30 days",
                        30,
                        THEN,
                        THEN.plus(HOUR));
        inTransaction(() -> payments().add(new Payment.Created(request), THEN.plusSeconds(60)));
        return request;
    }

    /** Leaves nothing open behind. */
    private void close(PaymentRequest request) {
        inTransaction(() -> payments().save(new Payment.Failed(request, "test is over", THEN)));
    }

    private static Receipt other(Receipt receipt) {
        return new Receipt(invoice().reference(), receipt.received(), receipt.paidAt());
    }

    private static Invoice invoice() {
        return new Invoice(
                UUID.randomUUID().toString(),
                URI.create("https://pay.example/1"),
                Optional.of(URI.create("https://pay.example/1?from=mini_app")));
    }

    @Test
    void payments_go_to_another_payer_or_lose_theirs() {
        PaymentRequest request = stored();
        AccountId other = new AccountId(UUID.randomUUID());
        inTransaction(() -> payments().reown(request.payer(), other));
        assertThat(find(request.id()).orElseThrow().request().payer()).isEqualTo(other);
        assertThat(find(request.id()).orElseThrow().request().payerGone()).isFalse();
        inTransaction(() -> payments().orphan(request.payer()));
        assertThat(find(request.id()).orElseThrow().request().payerGone()).isFalse();
        inTransaction(() -> payments().orphan(other));
        assertThat(find(request.id()).orElseThrow().request().payerGone()).isTrue();
    }
}
