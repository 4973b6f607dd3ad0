package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Mandate;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What payers agreed to pay again and again. Only for an open unit of work. */
public interface Mandates {
    /**
     * Stores a new one, with the words that its payer agreed to.
     *
     * @param textVersion of the words
     */
    Uni<Void> add(Mandate mandate, String textVersion, Instant agreedAt);

    /** The one of a first payment, without holding it. */
    Uni<Optional<Mandate>> find(PaymentId payment);

    /** The same, held against others until the unit of work ends. */
    Uni<Optional<Mandate>> lock(PaymentId payment);

    /**
     * Stores a changed one that is held.
     *
     * @param lookAt when something is to be told or asked; empty: never
     */
    Uni<Void> save(Mandate mandate, Optional<Instant> lookAt);

    /** Those whose first payments paid for these, oldest first. */
    Uni<List<Mandate>> ofSubjects(Collection<UUID> subjects);

    /**
     * Those of a payer that have not ended, held against others, in one order for everybody.
     * Repeatable.
     */
    Uni<List<Mandate>> lockOpenOf(AccountId payer);

    /** Makes all of a payer another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);

    /** Notes which payment a further charge is. */
    Uni<Void> noteCharge(PaymentId charge, PaymentId mandate, Instant at);

    /**
     * Takes some that are due, longest due first, and makes them due again at {@code lease}. What
     * somebody else takes at this moment is left out.
     *
     * @param limit 1 to 1000
     */
    Uni<List<Mandate>> claimDue(Instant now, Instant lease, int limit);
}
