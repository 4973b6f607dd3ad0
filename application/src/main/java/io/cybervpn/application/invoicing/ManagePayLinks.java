package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Shows the links of an invoice, without their tokens, or ends one at once. For whom {@link
 * MakePayLink} is; audited where staff end one. Repeatable.
 */
@Singleton
public final class ManagePayLinks {
    private final PayLinkDesk desk;
    private final PayLinks links;
    private final Clock clock;

    @Inject
    ManagePayLinks(PayLinkDesk desk, PayLinks links, Clock clock) {
        this.desk = desk;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Of which.
     *
     * @param revoke which to end; empty: he only looks
     */
    public record Command(Actor actor, InvoiceId invoice, Optional<PayLinkId> revoke) {}

    /** What there is. */
    public sealed interface Result {
        /** These, newest first. */
        record Listed(List<PayLinkView> links) implements Result {
            /** Copies the list. */
            public Listed {
                links = List.copyOf(links);
            }
        }

        /** The invoice has no such link. */
        record NoSuchLink() implements Result {}

        /** Nothing is shown. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** Shows or ends. */
    public Uni<Result> execute(Command command) {
        return desk.with(
                command.actor(),
                command.invoice(),
                access ->
                        switch (access) {
                            case PayLinkDesk.Access.Refused(var why) ->
                                    Uni.createFrom().item(new Result.Refused(why));
                            case PayLinkDesk.Access.Granted _ ->
                                    command.revoke()
                                            .map(link -> revoke(command, link))
                                            .orElseGet(() -> list(command.invoice()));
                        });
    }

    private Uni<Result> list(InvoiceId invoice) {
        return links.of(invoice)
                .map(all -> new Result.Listed(all.stream().map(PayLinkView::of).toList()));
    }

    private Uni<Result> revoke(Command command, PayLinkId id) {
        return links.find(id)
                .map(found -> found.filter(one -> one.invoice().equals(command.invoice())))
                .chain(
                        found ->
                                found.map(link -> revoke(command, link))
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result.NoSuchLink())));
    }

    private Uni<Result> revoke(Command command, PayLink link) {
        return links.save(link.revoke(clock.instant()))
                .chain(() -> desk.record(command.actor(), "invoices.revoke_link", link.id()))
                .chain(() -> list(command.invoice()));
    }
}
