package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Invoices go with their buyer. Of an erased one finalised documents stay as they are, since books
 * of account have to be kept by law; what he still owed is withdrawn, drafts and what he wanted on
 * his invoices are forgotten, and links to pay them open nothing.
 */
@Singleton
public final class InvoicesOfAccount implements AccountFollower {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final Parties parties;
    private final PayLinks links;
    private final Clock clock;

    @Inject
    InvoicesOfAccount(
            UnitOfWork unitOfWork,
            Invoices invoices,
            Parties parties,
            PayLinks links,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.parties = parties;
        this.links = links;
        this.clock = clock;
    }

    /** Before orders, which take wallets: whoever pays an invoice holds it before his wallet. */
    @Override
    public int rank() {
        return 12;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return links.forget(gone)
                .chain(() -> invoices.release(gone, clock.instant()))
                .chain(() -> parties.forget(gone));
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return invoices.reown(from, into).chain(() -> parties.reown(from, into));
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        Invoices.Filter open =
                new Invoices.Filter(
                        Optional.of(account),
                        Set.of(InvoiceStatus.OPEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return unitOfWork
                .run(() -> invoices.count(open, Page.COUNTED_MAX))
                .map(count -> count > 0 ? List.of(Stake.of("open_invoices", count)) : List.of());
    }
}
