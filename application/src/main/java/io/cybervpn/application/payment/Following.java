package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Does what follows from a provider's answer about an invoice. Repeatable. */
@Singleton
final class Following {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final ConfirmPayment confirmPayment;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Following(
            UnitOfWork unitOfWork,
            Payments payments,
            ConfirmPayment confirmPayment,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.confirmPayment = confirmPayment;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Confirms what is paid, gives up what has ended for good, or is over and late. */
    Uni<Void> follow(PaymentRequest request, InvoiceStatus status) {
        return switch (status) {
            case InvoiceStatus.Active() -> Uni.createFrom().voidItem();
            case InvoiceStatus.Over() -> giveUpIfLate(request);
            case InvoiceStatus.Ended() -> giveUp(request);
            case InvoiceStatus.Paid(var receipt) ->
                    confirmPayment
                            .execute(
                                    new ConfirmPayment.Command(
                                            request.id(), request.provider(), receipt))
                            .replaceWithVoid();
        };
    }

    /** Gives up a payment that nobody can pay at the provider, once its time is over. */
    Uni<Void> giveUpIfLate(PaymentRequest request) {
        return isLate(request) ? giveUp(request) : Uni.createFrom().voidItem();
    }

    private Uni<Void> giveUp(PaymentRequest request) {
        return unitOfWork.run(() -> payments.lock(request.id()).chain(this::giveUp));
    }

    boolean isLate(PaymentRequest request) {
        return clock.instant().isAfter(request.expiresAt().plus(Patiences.EXPIRY_MARGIN));
    }

    private Uni<Void> giveUp(Optional<Payment> found) {
        return found.map(this::giveUp).orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> giveUp(Payment payment) {
        return switch (payment.expire(clock.instant())) {
            case Payment.Expiry.Done(var expired, var event) ->
                    payments.save(expired).chain(() -> outbox.append(event));
            // one that was asked about once more: nothing came, so nothing is due any longer
            case Payment.Expiry.NotOpen() -> payments.save(payment);
        };
    }

    /** The reference to ask a provider by; empty when there is nothing to ask. */
    static Optional<String> referenceToAsk(Payment payment) {
        return switch (payment) {
            case Payment.Pending(_, var invoice) -> Optional.of(invoice.reference());
            case Payment.Expired(_, var reference, _) -> reference;
            case Payment.Created _,
                    Payment.Unknown _,
                    Payment.Captured _,
                    Payment.Flagged _,
                    Payment.Failed _ ->
                    Optional.empty();
        };
    }

    /** The payment, read on its own. */
    Uni<Optional<Payment>> read(PaymentId payment) {
        return unitOfWork.run(() -> payments.find(payment));
    }
}
