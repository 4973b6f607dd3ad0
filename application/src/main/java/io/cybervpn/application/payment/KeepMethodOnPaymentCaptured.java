package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.ChargingGateways;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * Keeps what a payer paid with, if he agreed and the provider kept it: asked once the money is
 * there, outside of any unit of work. Once for each payment.
 */
@Singleton
public final class KeepMethodOnPaymentCaptured implements EventHandler<PaymentCaptured> {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Payments payments;
    private final SavedMethods methods;
    private final ChargingGateways gateways;
    private final SecretBox box;
    private final Ids ids;
    private final Clock clock;

    @Inject
    KeepMethodOnPaymentCaptured(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Payments payments,
            SavedMethods methods,
            ChargingGateways gateways,
            SecretBox box,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.payments = payments;
        this.methods = methods;
        this.gateways = gateways;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
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
        return kept.map(one -> unitOfWork.run(() -> hold(event, one)))
                .orElseGet(KeepMethodOnPaymentCaptured::nothing);
    }

    /** Of who is forgotten meanwhile nothing is kept. */
    private Uni<Void> hold(PaymentCaptured event, ChargingGateway.Kept kept) {
        return holdOwner
                .execute(new HoldOwner.Query(event.payer()))
                .chain(
                        owner ->
                                switch (owner) {
                                    case Owner.Nobody() -> nothing();
                                    case Owner.Of(var account) ->
                                            methods.consentTo(event.payment())
                                                    .chain(
                                                            consent ->
                                                                    add(
                                                                            consent, account,
                                                                            event, kept));
                                });
    }

    private Uni<Void> add(
            Optional<KeepConsent> consent,
            AccountId account,
            PaymentCaptured event,
            ChargingGateway.Kept kept) {
        return consent.isEmpty()
                ? nothing()
                : methods.add(method(account, event, kept)).replaceWithVoid();
    }

    private SavedMethod method(
            AccountId account, PaymentCaptured event, ChargingGateway.Kept kept) {
        SavedMethodId id = new SavedMethodId(ids.next());
        String sealed =
                box.seal(kept.token().getBytes(StandardCharsets.UTF_8), SavedMethod.purposeOf(id));
        return new SavedMethod(
                id,
                account,
                event.provider(),
                event.payment(),
                sealed,
                kept.title(),
                clock.instant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
