package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Lets people get at the links of an invoice: its debtor, and staff who may write invoices. */
@Singleton
final class PayLinkDesk {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final AuditTrail audit;

    @Inject
    PayLinkDesk(UnitOfWork unitOfWork, Invoices invoices, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.audit = audit;
    }

    /** Whether somebody gets at it. */
    sealed interface Access {
        /** He does; it is held until the unit of work ends. */
        record Granted(Invoice invoice) implements Access {}

        /** He does not. */
        record Refused(InvoiceRefusal why) implements Access {}
    }

    /** Does it in one unit of work that holds the invoice. */
    <T> Uni<T> with(Actor actor, InvoiceId id, Function<Access, Uni<T>> work) {
        Optional<AccountId> debtor =
                actor instanceof Actor.Customer customer
                        ? Optional.of(customer.id())
                        : Optional.empty();
        if (debtor.isEmpty() && !InvoiceDesk.mayWrite(actor)) {
            return work.apply(new Access.Refused(new InvoiceRefusal.Forbidden()));
        }
        return unitOfWork.run(
                () ->
                        invoices.lockOf(id.value())
                                .map(found -> found.filter(one -> isSeen(one, id, debtor)))
                                .map(PayLinkDesk::access)
                                .chain(work::apply));
    }

    private static boolean isSeen(Invoice invoice, InvoiceId id, Optional<AccountId> debtor) {
        return invoice.id().equals(id)
                && debtor.map(
                                his ->
                                        his.equals(invoice.details().account())
                                                && invoice.status() != InvoiceStatus.DRAFT)
                        .orElse(true);
    }

    private static Access access(Optional<Invoice> found) {
        return found.<Access>map(Access.Granted::new)
                .orElseGet(() -> new Access.Refused(new InvoiceRefusal.NoSuchInvoice()));
    }

    /** Writes down what staff did; of its token nothing. */
    Uni<Void> record(Actor actor, String action, PayLinkId link) {
        return switch (actor) {
            case Actor.Customer _, Actor.Guest _ -> Uni.createFrom().voidItem();
            case Actor.Staff _, Actor.Key _, Actor.System _ ->
                    audit.append(
                            AuditTrail.Entry.of(actor, action, "invoice_pay_link", link.value()));
        };
    }
}
