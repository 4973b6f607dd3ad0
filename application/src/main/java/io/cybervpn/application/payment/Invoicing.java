package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Mandates;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Gets an invoice for a stored payment: the provider is called outside any transaction, and
 * whatever it answers, also nothing, is stored in one of its own.
 */
@Singleton
final class Invoicing {
    private static final Duration PAYABLE_MIN = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final SavedMethods methods;
    private final Mandates mandates;
    private final Clock clock;

    @Inject
    Invoicing(
            UnitOfWork unitOfWork,
            Payments payments,
            SavedMethods methods,
            Mandates mandates,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.methods = methods;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** What came of the call. */
    private sealed interface Answer {
        record Made(Invoice invoice) implements Answer {}

        record Lost() implements Answer {}

        record Refused(String reason) implements Answer {}
    }

    /**
     * Makes an invoice. The caller knows that the provider has none for this payment. A charge by a
     * kept method has no invoice: that the provider does not have it means that nothing was taken.
     *
     * @return the payment as it is now: a push may have been faster
     */
    Uni<Payment> make(PaymentGateway gateway, PaymentRequest request) {
        return unitOfWork.run(() -> wish(request.id())).chain(wish -> make(gateway, request, wish));
    }

    /** What the payer agreed to. */
    private sealed interface Wish {
        record Bill(boolean keep, Optional<Duration> every) implements Wish {}

        record Charge() implements Wish {}
    }

    private Uni<Wish> wish(PaymentId payment) {
        return methods.isCharge(payment)
                .chain(charge -> charge ? Uni.createFrom().item(new Wish.Charge()) : bill(payment));
    }

    private Uni<Wish> bill(PaymentId payment) {
        return methods.consentTo(payment)
                .chain(
                        keep ->
                                mandates.find(payment)
                                        .map(
                                                mandate ->
                                                        new Wish.Bill(
                                                                keep.isPresent(),
                                                                mandate.map(Mandate::period))));
    }

    private Uni<Payment> make(PaymentGateway gateway, PaymentRequest request, Wish wish) {
        return switch (wish) {
            case Wish.Charge() -> store(request.id(), new Answer.Refused("nothing was taken"));
            case Wish.Bill bill -> ask(gateway, request, bill);
        };
    }

    private Uni<Payment> ask(PaymentGateway gateway, PaymentRequest request, Wish.Bill bill) {
        return Uni.createFrom()
                .deferred(() -> gateway.invoice(call(request, bill)))
                .<Answer>map(Answer.Made::new)
                .onFailure(GatewayUnavailable.class)
                .recoverWithItem(new Answer.Lost())
                .onFailure(GatewayRefused.class)
                .recoverWithItem(
                        refusal -> new Answer.Refused(String.valueOf(refusal.getMessage())))
                .chain(answer -> store(request.id(), answer));
    }

    /** Stores an invoice that was found at the provider. */
    Uni<Payment> found(PaymentId payment, Invoice invoice) {
        return store(payment, new Answer.Made(invoice));
    }

    private InvoiceCall call(PaymentRequest request, Wish.Bill bill) {
        Duration left = Duration.between(clock.instant(), request.expiresAt());
        return new InvoiceCall(
                request.id(),
                request.amount(),
                request.description(),
                left.compareTo(PAYABLE_MIN) < 0 ? PAYABLE_MIN : left,
                bill.keep(),
                bill.every());
    }

    private Uni<Payment> store(PaymentId payment, Answer answer) {
        return unitOfWork.run(
                () -> payments.lock(payment).chain(found -> advance(payment, found, answer)));
    }

    private Uni<Payment> advance(PaymentId id, Optional<Payment> found, Answer answer) {
        Payment payment =
                found.orElseThrow(() -> new IllegalStateException("no payment " + id.value()));
        Payment next =
                switch (answer) {
                    case Answer.Made(var invoice) -> payment.invoiced(invoice);
                    case Answer.Lost() -> payment.answerLost();
                    case Answer.Refused(var reason) -> payment.refused(reason, clock.instant());
                };
        return next.equals(payment)
                ? Uni.createFrom().item(payment)
                : payments.save(next).replaceWith(next);
    }
}
