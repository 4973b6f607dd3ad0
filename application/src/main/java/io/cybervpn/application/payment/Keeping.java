package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
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
 * Keeps what a provider says it kept, if the payer agreed; once for each payment. Of who is
 * forgotten meanwhile nothing is kept. In an open unit of work.
 */
@Singleton
final class Keeping {
    private final HoldOwner holdOwner;
    private final Payments payments;
    private final SavedMethods methods;
    private final SecretBox box;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Keeping(
            HoldOwner holdOwner,
            Payments payments,
            SavedMethods methods,
            SecretBox box,
            Ids ids,
            Clock clock) {
        this.holdOwner = holdOwner;
        this.payments = payments;
        this.methods = methods;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps it, if it was paid as agreed. */
    Uni<Void> keep(PaymentId payment, ChargingGateway.Kept kept) {
        return methods.consentTo(payment)
                .chain(
                        consent ->
                                consent.isEmpty()
                                        ? Uni.createFrom().item(Optional.<Payment>empty())
                                        : payments.find(payment))
                .map(found -> found.filter(Payment.Captured.class::isInstance))
                .chain(found -> found.map(paid -> hold(paid, kept)).orElseGet(Keeping::nothing));
    }

    private Uni<Void> hold(Payment paid, ChargingGateway.Kept kept) {
        return holdOwner
                .execute(new HoldOwner.Query(paid.request().payer()))
                .chain(
                        owner ->
                                switch (owner) {
                                    case Owner.Nobody() -> nothing();
                                    case Owner.Of(var account) -> add(account, paid, kept);
                                });
    }

    private Uni<Void> add(AccountId account, Payment paid, ChargingGateway.Kept kept) {
        SavedMethodId id = new SavedMethodId(ids.next());
        String sealed =
                box.seal(kept.token().getBytes(StandardCharsets.UTF_8), SavedMethod.purposeOf(id));
        return methods.add(
                        new SavedMethod(
                                id,
                                account,
                                paid.request().provider(),
                                paid.id(),
                                sealed,
                                kept.title(),
                                clock.instant()))
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
