package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What customers let us keep to be charged. Only for an open unit of work. */
public interface SavedMethods {
    /** Keeps that a payer agreed. Repeatable. */
    Uni<Void> consent(KeepConsent consent);

    /** Whether the payer of a payment agreed. */
    Uni<Optional<KeepConsent>> consentTo(PaymentId payment);

    /**
     * Stores one, once for each payment: what was agreed to and forgotten is not kept again.
     *
     * @return false when the payment brought one before; then nothing was stored
     */
    Uni<Boolean> add(SavedMethod method);

    /** One of an account; what is another's looks like none. */
    Uni<Optional<SavedMethod>> find(SavedMethodId method, AccountId account);

    /** All of an account, newest first, at most 100. */
    Uni<List<SavedMethod>> of(AccountId account);

    /** Forgets one with its token; consents stay. Repeatable. */
    Uni<Void> remove(SavedMethodId method);

    /**
     * Notes that the provider shall forget one too. What is noted names nobody. Repeatable.
     *
     * @param method one that is forgotten here
     */
    Uni<Void> noteRelease(SavedMethod method);

    /** What a provider shall forget; empty once it has. */
    Uni<Optional<Release>> toRelease(SavedMethodId method);

    /** Notes that the provider has forgotten it. Repeatable. */
    Uni<Void> released(SavedMethodId method);

    /**
     * What a provider shall forget.
     *
     * @param sealedToken sealed for {@link SavedMethod#purposeOf}
     */
    record Release(SavedMethodId method, String provider, String sealedToken) {
        @Override
        public String toString() {
            return "Release[" + method.value() + ", " + provider + "]";
        }
    }

    /** Forgets all of an account. */
    Uni<Void> removeAllOf(AccountId account);

    /** Makes all of an account another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);

    /**
     * Notes that a payment is made by a kept method: nobody ever makes an invoice for it. May come
     * before the payment is stored. Of many at once for one subject exactly one is told true.
     *
     * @return false when its subject was charged for before; then nothing was noted
     */
    Uni<Boolean> noteCharge(Charge charge);

    /**
     * A payment by a kept method.
     *
     * @param subject what is paid for
     */
    record Charge(PaymentId payment, UUID subject, SavedMethodId method, Instant at) {}

    /** Whether a payment is made by a kept method. */
    Uni<Boolean> isCharge(PaymentId payment);
}
