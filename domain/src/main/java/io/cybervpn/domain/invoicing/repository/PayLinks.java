package io.cybervpn.domain.invoicing.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** All links to pay invoices. Every method belongs to the open unit of work. */
public interface PayLinks {
    /** Stores a new one. */
    Uni<Void> add(PayLink link);

    /** The one whose token has this hash, good or not. */
    Uni<Optional<PayLink>> withHash(String tokenHash);

    /** All of an invoice, newest first; at most 200. */
    Uni<List<PayLink>> of(InvoiceId invoice);

    /** One by its identity. */
    Uni<Optional<PayLink>> find(PayLinkId id);

    /** Keeps since when it is revoked. */
    Uni<Void> save(PayLink link);

    /** Forgets all of an account's invoices. Repeatable. */
    Uni<Void> forget(AccountId account);
}
