package io.cybervpn.domain.invoicing.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.Party;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Who sells, and what buyers want on their invoices. Every method belongs to a unit of work. */
public interface Parties {
    /** Us; nobody until somebody wrote it. */
    Uni<Party> seller();

    /** Writes who we are; what was finalised stays. */
    Uni<Void> saveSeller(Party seller);

    /** What a customer wants on his invoices, if he said so; the e-mail is not kept here. */
    Uni<Optional<Party>> buyer(AccountId account);

    /** Writes it. */
    Uni<Void> saveBuyer(AccountId account, Party buyer);

    /** Forgets it. Repeatable. */
    Uni<Void> forget(AccountId account);

    /** Makes it another's, who keeps his own if he has one. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
