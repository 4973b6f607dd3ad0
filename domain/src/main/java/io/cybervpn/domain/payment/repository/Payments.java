package io.cybervpn.domain.payment.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Payment;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All payments. Only for an open unit of work. */
public interface Payments {
    /**
     * Stores a new payment.
     *
     * @param lookAt when it is due for a look if nothing happened; not sooner than a call under way
     *     can end
     */
    Uni<Void> add(Payment.Created payment, Instant lookAt);

    /** The payment, held against others until the unit of work ends. */
    Uni<Optional<Payment>> lock(PaymentId payment);

    /**
     * Those of these payments that exist, held against others until the unit of work ends. They are
     * taken in one order by everybody, so that two callers never wait for each other.
     */
    Uni<List<Payment>> lockAll(Collection<PaymentId> payments);

    /** The payment as it is, without holding it. */
    Uni<Optional<Payment>> find(PaymentId payment);

    /** The payment with this invoice of a provider, without holding it. */
    Uni<Optional<PaymentId>> byReference(String provider, String reference);

    /** Stores a changed payment that is held. One that is no longer open is never due again. */
    default Uni<Void> save(Payment payment) {
        return saveAll(List.of(payment));
    }

    /** The same for several, each at most once in the list. */
    Uni<Void> saveAll(List<? extends Payment> payments);

    /**
     * Takes payments that are due for a look, oldest first, and makes them due again later by
     * {@code patience}. Payments that somebody else takes at this moment are left out, so each is
     * looked after by one at a time.
     *
     * @param limit 1 to 1000
     * @param notOf providers whose payments are left out, since they are asked already
     */
    Uni<List<Payment>> claimDue(Instant now, Patience patience, int limit, Set<String> notOf);

    /**
     * Makes those of these payments due at once that may still have money to come: open ones, and
     * expired ones, which are then due until somebody stores them again. Others, also one whose
     * making is under way, stay as they are. Waits for those that are held. Repeatable.
     */
    Uni<Void> lookNow(Collection<PaymentId> payments, Instant now);

    /**
     * Notes on all payments of a payer that his account was erased; see {@link
     * io.cybervpn.domain.payment.model.PaymentRequest#payerGone}. Waits for those that are held.
     * Repeatable.
     */
    Uni<Void> orphan(AccountId payer);

    /** Makes all payments of a payer another's. Waits for those that are held. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
