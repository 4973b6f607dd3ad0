package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.repository.CreditNotes;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Shows an invoice with its credit notes: to its buyer once it is finalised, and to who has {@link
 * Permission#INVOICES_READ}.
 */
@Singleton
public final class ViewInvoice {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final CreditNotes notes;

    @Inject
    ViewInvoice(UnitOfWork unitOfWork, Invoices invoices, CreditNotes notes) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.notes = notes;
    }

    /** Who wants to see which. */
    public record Query(Actor actor, InvoiceId invoice) {}

    /** The answer. */
    public sealed interface Result {
        /** It is this. */
        record Found(InvoiceView invoice) implements Result {}

        /** It is not there, or not his: which of the two is not told. */
        record NoSuchInvoice() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows it. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return switch (query.actor()) {
            case Actor.Customer customer ->
                    find(query.invoice())
                            .map(found -> found.filter(seen -> isFor(customer.id(), seen)))
                            .map(ViewInvoice::result);
            case Actor.Guest _, Actor.Staff _, Actor.Key _, Actor.System _ ->
                    query.actor().may(Permission.INVOICES_READ)
                            ? find(query.invoice()).map(ViewInvoice::result)
                            : Uni.createFrom().item(new Result.Forbidden());
        };
    }

    private Uni<Optional<InvoiceView>> find(InvoiceId id) {
        return unitOfWork.run(
                () -> invoices.find(id).chain(found -> notes.of(id).map(all -> view(found, all))));
    }

    private static Optional<InvoiceView> view(Optional<Invoice> found, List<CreditNote> notes) {
        return found.map(invoice -> InvoiceView.of(invoice, notes));
    }

    private static boolean isFor(AccountId account, InvoiceView seen) {
        return seen.account().equals(account) && seen.status() != InvoiceStatus.DRAFT;
    }

    private static Result result(Optional<InvoiceView> found) {
        return found.<Result>map(Result.Found::new).orElseGet(Result.NoSuchInvoice::new);
    }
}
