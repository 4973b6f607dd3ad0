package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.WritingRefusal;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.invoicing.model.Writing;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Staff write the draft of an invoice for a customer, who does not see it yet (R97). Needs {@link
 * Permission#INVOICES_WRITE}; audited. Repeatable by the request key.
 */
@Singleton
public final class WriteInvoice {
    private final UnitOfWork unitOfWork;
    private final Buyers buyers;
    private final Invoices invoices;
    private final InvoiceDesk desk;
    private final Ids ids;

    @Inject
    WriteInvoice(
            UnitOfWork unitOfWork, Buyers buyers, Invoices invoices, InvoiceDesk desk, Ids ids) {
        this.unitOfWork = unitOfWork;
        this.buyers = buyers;
        this.invoices = invoices;
        this.desk = desk;
        this.ids = ids;
    }

    /**
     * For whom, and what.
     *
     * @param requestKey the writer's key of this request, 1 to 300 characters
     */
    public record Command(
            Actor actor, AccountId account, Asset asset, InvoiceText text, String requestKey) {}

    /** What came of it. */
    public sealed interface Result {
        /** There is a draft of it. */
        record Written(InvoiceView draft) implements Result {}

        /** Nothing was written. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** Writes it. */
    public Uni<Result> execute(Command command) {
        Optional<AccountId> writer =
                command.actor().account().filter(_ -> InvoiceDesk.mayWrite(command.actor()));
        if (writer.isEmpty()) {
            return refuse(new InvoiceRefusal.Forbidden());
        }
        Optional<WritingRefusal> flaw = command.text().writing().refusal(command.asset());
        if (flaw.isPresent()) {
            return refuse(new InvoiceRefusal.CannotSay(flaw.get()));
        }
        Origin.ByStaff origin = new Origin.ByStaff(writer.get(), command.requestKey());
        return unitOfWork.run(
                () -> buyers.hold(command.account()).chain(held -> write(command, origin, held)));
    }

    private Uni<Result> write(Command command, Origin.ByStaff origin, Buyers.Buyer buyer) {
        return buyer.gone()
                ? refuse(new InvoiceRefusal.NoSuchCustomer())
                : store(command.actor(), draft(command, origin, buyer), origin);
    }

    private Invoice.Draft draft(Command command, Origin.ByStaff origin, Buyers.Buyer buyer) {
        Writing writing = command.text().writing();
        return new Invoice.Draft(
                new InvoiceDetails(
                        new InvoiceId(ids.next()),
                        buyer.account(),
                        origin,
                        command.asset(),
                        buyer.party(),
                        writing.lines(),
                        writing.note(),
                        writing.dueDays(),
                        desk.now(),
                        0));
    }

    private Uni<Result> store(Actor actor, Invoice.Draft draft, Origin.ByStaff origin) {
        Changes written = Changes.created(InvoiceDesk.fields(draft.details()));
        return invoices.add(draft)
                .chain(
                        added ->
                                added
                                        ? desk.record(actor, "invoices.write", draft.id(), written)
                                                .replaceWith(written(draft))
                                        : invoices.writtenWith(origin)
                                                .map(known -> written(known.orElseThrow())));
    }

    private static Result written(Invoice invoice) {
        return new Result.Written(InvoiceView.of(invoice));
    }

    private static Uni<Result> refuse(InvoiceRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
