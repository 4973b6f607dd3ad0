package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Staff withdraw an invoice that is not paid, or give it up. It keeps its number. Needs {@link
 * Permission#INVOICES_WRITE}; audited. What is so already is answered as it is. Money that is on
 * its way all the same stays in the wallet if it was withdrawn, and pays it if it was given up;
 * what the wallet had set aside for it is its owner's again.
 */
@Singleton
public final class CloseInvoice {
    private final InvoiceDesk desk;
    private final Invoices invoices;
    private final InvoiceTill till;

    @Inject
    CloseInvoice(InvoiceDesk desk, Invoices invoices, InvoiceTill till) {
        this.desk = desk;
        this.invoices = invoices;
        this.till = till;
    }

    /** How. */
    public enum Way {
        /** Nobody owes it any more. */
        WITHDRAW,
        /** It is owed, and nobody expects the money. */
        GIVE_UP
    }

    /**
     * Which, and why.
     *
     * @param reason 1 to 500 characters
     */
    public record Command(Actor actor, InvoiceId invoice, Way way, String reason) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is so. */
        record Closed(InvoiceView invoice) implements Result {}

        /** Nothing changed. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** Closes it. */
    public Uni<Result> execute(Command command) {
        return desk.with(command.actor(), command.invoice(), held -> close(held.invoice(), command))
                .map(
                        outcome ->
                                switch (outcome) {
                                    case InvoiceDesk.Outcome.Done(var invoice) ->
                                            new Result.Closed(invoice);
                                    case InvoiceDesk.Outcome.Refused(var why) ->
                                            new Result.Refused(why);
                                });
    }

    private Uni<InvoiceDesk.Outcome> close(Invoice invoice, Command command) {
        return switch (command.way()) {
            case WITHDRAW -> withdraw(invoice, command);
            case GIVE_UP -> giveUp(invoice, command);
        };
    }

    private Uni<InvoiceDesk.Outcome> withdraw(Invoice invoice, Command command) {
        return switch (invoice) {
            case Invoice.Payable owed -> store(invoice, owed.withdraw(why(command)), command);
            case Invoice.Voided done -> InvoiceDesk.done(done);
            case Invoice.Draft _, Invoice.Paid _ -> wrong(invoice);
        };
    }

    private Uni<InvoiceDesk.Outcome> giveUp(Invoice invoice, Command command) {
        return switch (invoice) {
            case Invoice.Open owed -> store(invoice, owed.giveUp(why(command)), command);
            case Invoice.Uncollectible done -> InvoiceDesk.done(done);
            case Invoice.Draft _, Invoice.Paid _, Invoice.Voided _ -> wrong(invoice);
        };
    }

    private Invoice.Closing why(Command command) {
        return new Invoice.Closing(command.reason(), desk.now());
    }

    private Uni<InvoiceDesk.Outcome> store(Invoice before, Invoice after, Command command) {
        String action =
                switch (command.way()) {
                    case WITHDRAW -> "invoices.void";
                    case GIVE_UP -> "invoices.give_up";
                };
        Changes changes =
                Changes.none().and("status", before.status().code(), after.status().code());
        return invoices.save(after)
                .chain(() -> till.release(after.id()))
                .chain(() -> desk.record(command.actor(), action, after.id(), changes))
                .chain(() -> InvoiceDesk.done(after));
    }

    private static Uni<InvoiceDesk.Outcome> wrong(Invoice invoice) {
        return InvoiceDesk.refuse(new InvoiceRefusal.WrongState(invoice.status()));
    }
}
