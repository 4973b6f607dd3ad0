package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.ChargingGateways;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Keeps what a payer paid with, if he agreed and the provider kept it: asked once the money is
 * there, outside of any unit of work. Once for each payment.
 */
@Singleton
public final class KeepMethodOnPaymentCaptured implements EventHandler<PaymentCaptured> {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final SavedMethods methods;
    private final ChargingGateways gateways;
    private final Keeping keeping;

    @Inject
    KeepMethodOnPaymentCaptured(
            UnitOfWork unitOfWork,
            Payments payments,
            SavedMethods methods,
            ChargingGateways gateways,
            Keeping keeping) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.methods = methods;
        this.gateways = gateways;
        this.keeping = keeping;
    }

    @Override
    public Class<PaymentCaptured> event() {
        return PaymentCaptured.class;
    }

    @Override
    public String name() {
        return "payment.keep-method";
    }

    @Override
    public Uni<Void> handle(PaymentCaptured event) {
        Optional<ChargingGateway> gateway = gateways.find(event.provider());
        return gateway.map(
                        one ->
                                unitOfWork
                                        .run(() -> reference(event))
                                        .chain(reference -> ask(one, event, reference)))
                .orElseGet(KeepMethodOnPaymentCaptured::nothing);
    }

    /** The invoice to ask about; empty when nobody agreed to anything. */
    private Uni<Optional<String>> reference(PaymentCaptured event) {
        return methods.consentTo(event.payment())
                .chain(
                        consent ->
                                consent.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : payments.find(event.payment())
                                                .map(found -> found.flatMap(this::reference)));
    }

    private Optional<String> reference(Payment payment) {
        return payment instanceof Payment.Captured(_, var receipt, _)
                ? Optional.of(receipt.reference())
                : Optional.empty();
    }

    private Uni<Void> ask(
            ChargingGateway gateway, PaymentCaptured event, Optional<String> reference) {
        return reference
                .map(one -> gateway.kept(one).chain(kept -> keep(event, kept)))
                .orElseGet(KeepMethodOnPaymentCaptured::nothing);
    }

    private Uni<Void> keep(PaymentCaptured event, Optional<ChargingGateway.Kept> kept) {
        return kept.map(one -> unitOfWork.run(() -> keeping.keep(event.payment(), one)))
                .orElseGet(KeepMethodOnPaymentCaptured::nothing);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
