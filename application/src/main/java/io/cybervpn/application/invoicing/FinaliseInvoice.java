package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Staff finalise a draft: it gets its taxes, the seller and the buyer of this moment, and its
 * number, which is taken in this very transaction; its customer sees it and can pay it. Needs
 * {@link Permission#INVOICES_WRITE}; audited. What is open already is answered as it is.
 */
@Singleton
public final class FinaliseInvoice {
    private final InvoiceDesk desk;
    private final Finalising finalising;

    @Inject
    FinaliseInvoice(InvoiceDesk desk, Finalising finalising) {
        this.desk = desk;
        this.finalising = finalising;
    }

    /**
     * Which.
     *
     * @param version that he looked at; empty: whatever it is
     */
    public record Command(Actor actor, InvoiceId invoice, Optional<Long> version) {}

    /** What came of it. */
    public sealed interface Result {
        /** It has its number. */
        record Finalised(InvoiceView invoice) implements Result {}

        /** Nothing changed. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** Finalises it. */
    public Uni<Result> execute(Command command) {
        return desk.with(command.actor(), command.invoice(), held -> finalise(held, command))
                .map(
                        outcome ->
                                switch (outcome) {
                                    case InvoiceDesk.Outcome.Done(var invoice) ->
                                            new Result.Finalised(invoice);
                                    case InvoiceDesk.Outcome.Refused(var why) ->
                                            new Result.Refused(why);
                                });
    }

    private Uni<InvoiceDesk.Outcome> finalise(InvoiceDesk.Case held, Command command) {
        return switch (held.invoice()) {
            case Invoice.Draft _ ->
                    InvoiceDesk.draft(
                            held, command.version(), draft -> finalise(draft, command.actor()));
            case Invoice.Open open -> InvoiceDesk.done(open);
            case Invoice.Paid _, Invoice.Voided _, Invoice.Uncollectible _ ->
                    InvoiceDesk.refuse(new InvoiceRefusal.WrongState(held.invoice().status()));
        };
    }

    private Uni<InvoiceDesk.Outcome> finalise(InvoiceDesk.DraftCase held, Actor actor) {
        return held.buyer().gone()
                ? InvoiceDesk.refuse(new InvoiceRefusal.NoSuchCustomer())
                : finalising
                        .open(held.draft().soldTo(held.buyer().party()), desk.now())
                        .call(
                                open ->
                                        desk.record(
                                                actor,
                                                "invoices.finalise",
                                                open.id(),
                                                Changes.none()
                                                        .and("status", "draft", "open")
                                                        .and(
                                                                "number",
                                                                "",
                                                                open.issue().number().text())))
                        .chain(InvoiceDesk::done);
    }
}
