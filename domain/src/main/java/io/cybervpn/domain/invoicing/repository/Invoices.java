package io.cybervpn.domain.invoicing.repository;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.Origin;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All invoices. Every method belongs to the open unit of work. */
public interface Invoices {
    /**
     * Stores a new draft. Of many at once for one order, or with one request key of staff, exactly
     * one is stored; the others wait for it to commit.
     *
     * @return false when there is one; then nothing was stored
     */
    Uni<Boolean> add(Invoice.Draft draft);

    /** Reads one. */
    Uni<Optional<Invoice>> find(InvoiceId id);

    /** Whose one is, without keeping it. */
    Uni<Optional<AccountId>> accountOf(InvoiceId id);

    /** What staff wrote with a request key. */
    Uni<Optional<Invoice>> writtenWith(Origin.ByStaff origin);

    /** Removes a locked draft: it had no number, and nobody but staff saw it. */
    Uni<Void> remove(Invoice.Draft draft);

    /**
     * What payments are for: an invoice itself, or the order that one is of. Keeps others from
     * changing it until the unit of work ends.
     */
    Uni<Optional<Invoice>> lockOf(UUID subject);

    /**
     * Keeps others from storing the invoice of an order, or from saying that it has none, until the
     * unit of work ends. {@link #add} does so by itself.
     */
    Uni<Void> holdOrder(OrderId order);

    /** Whether an order was paid, under this bookkeeping, and has no invoice yet. */
    Uni<Boolean> isAwaited(OrderId order);

    /** Stores the new state of a locked invoice. */
    Uni<Void> save(Invoice invoice);

    /** Newest first. */
    Uni<List<Invoice>> list(Filter filter, int limit, long offset);

    /** How many there are, counted no further than {@code most}. */
    Uni<Long> count(Filter filter, int most);

    /** Withdraws what an account owes, and forgets its drafts. Repeatable. */
    Uni<Void> release(AccountId account, Instant now);

    /** Makes all invoices of an account another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);

    /**
     * Which to list; all of it at once.
     *
     * @param account only his
     * @param statuses only these; with none nothing is found
     * @param issuedFrom and later
     * @param issuedTo before it
     * @param number exactly this one
     */
    record Filter(
            Optional<AccountId> account,
            Set<InvoiceStatus> statuses,
            Optional<Instant> issuedFrom,
            Optional<Instant> issuedTo,
            Optional<String> number) {
        /** Copies the set. */
        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }
}
