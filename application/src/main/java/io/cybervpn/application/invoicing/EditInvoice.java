package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.Writing;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Staff rewrite a draft, or remove it. What has a number stays. Needs {@link
 * Permission#INVOICES_WRITE}; audited. Repeatable where no version is named.
 */
@Singleton
public final class EditInvoice {
    private final InvoiceDesk desk;
    private final Invoices invoices;

    @Inject
    EditInvoice(InvoiceDesk desk, Invoices invoices) {
        this.desk = desk;
        this.invoices = invoices;
    }

    /** What to do to which. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** Which. */
        InvoiceId invoice();

        /** The version that he looked at; empty: whatever it is. */
        Optional<Long> version();

        /** Says this instead, in the same currency. */
        record Rewrite(Actor actor, InvoiceId invoice, Optional<Long> version, InvoiceText text)
                implements Command {}

        /** Removes it. */
        record Remove(Actor actor, InvoiceId invoice, Optional<Long> version) implements Command {}
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is so; of a removed one, as it was. */
        record Done(InvoiceView draft) implements Result {}

        /** Nothing changed. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        return desk.withDraft(
                        command.actor(),
                        command.invoice(),
                        command.version(),
                        held -> edit(held.draft(), command))
                .map(
                        outcome ->
                                switch (outcome) {
                                    case InvoiceDesk.Outcome.Done(var draft) ->
                                            new Result.Done(draft);
                                    case InvoiceDesk.Outcome.Refused(var why) ->
                                            new Result.Refused(why);
                                });
    }

    private Uni<InvoiceDesk.Outcome> edit(Invoice.Draft draft, Command command) {
        return switch (command) {
            case Command.Rewrite(var actor, _, _, var text) ->
                    text.writing()
                            .refusal(draft.details().asset())
                            .map(flaw -> InvoiceDesk.refuse(new InvoiceRefusal.CannotSay(flaw)))
                            .orElseGet(() -> rewrite(actor, draft, text.writing()));
            case Command.Remove(var actor, _, _) -> remove(actor, draft);
        };
    }

    private Uni<InvoiceDesk.Outcome> rewrite(Actor actor, Invoice.Draft draft, Writing writing) {
        Invoice.Draft next = draft.rewrite(writing);
        Changes changes =
                Changes.between(
                        InvoiceDesk.fields(draft.details()), InvoiceDesk.fields(next.details()));
        return invoices.save(next)
                .chain(() -> desk.record(actor, "invoices.rewrite", draft.id(), changes))
                .chain(() -> InvoiceDesk.done(next));
    }

    private Uni<InvoiceDesk.Outcome> remove(Actor actor, Invoice.Draft draft) {
        Changes changes = Changes.removed(InvoiceDesk.fields(draft.details()));
        return invoices.remove(draft)
                .chain(() -> desk.record(actor, "invoices.remove", draft.id(), changes))
                .chain(() -> InvoiceDesk.done(draft));
    }
}
