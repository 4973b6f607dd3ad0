package io.cybervpn.application.invoicing;

import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a link by which anybody who has it pays an invoice that is owed: for its debtor, and for
 * staff with {@link Permission#INVOICES_WRITE}, audited. Its token is seen here once and never
 * again. Not repeatable: each call makes one more.
 */
@Singleton
public final class MakePayLink {
    private final PayLinkDesk desk;
    private final PayLinks links;
    private final RefreshSecrets secrets;
    private final Ids ids;
    private final Clock clock;

    @Inject
    MakePayLink(PayLinkDesk desk, PayLinks links, RefreshSecrets secrets, Ids ids, Clock clock) {
        this.desk = desk;
        this.links = links;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * For which.
     *
     * @param days how long it is good, 1 to {@value PayLink#DAYS_MAX}
     */
    public record Command(Actor actor, InvoiceId invoice, int days) {}

    /** What came of it. */
    public sealed interface Result {
        /** The link, and the only copy of its token: 256 random bits, URL safe. */
        record Made(PayLinkView link, String token) implements Result {}

        /** There are too many that are good; revoke one. */
        record TooMany() implements Result {}

        /** There is none. */
        record Refused(InvoiceRefusal why) implements Result {}
    }

    /** Makes it. */
    public Uni<Result> execute(Command command) {
        if (command.days() < 1 || command.days() > PayLink.DAYS_MAX) {
            throw new IllegalArgumentException("a link of " + command.days() + " days");
        }
        return desk.with(
                command.actor(),
                command.invoice(),
                access ->
                        switch (access) {
                            case PayLinkDesk.Access.Refused(var why) -> refuse(why);
                            case PayLinkDesk.Access.Granted(var invoice) -> make(invoice, command);
                        });
    }

    private Uni<Result> make(Invoice invoice, Command command) {
        return invoice instanceof Invoice.Payable
                ? links.of(invoice.id())
                        .map(all -> all.stream().filter(one -> one.isGood(clock.instant())).count())
                        .chain(
                                good ->
                                        good < PayLink.GOOD_MAX
                                                ? add(command)
                                                : Uni.createFrom().item(new Result.TooMany()))
                : refuse(new InvoiceRefusal.WrongState(invoice.status()));
    }

    private Uni<Result> add(Command command) {
        String token = secrets.next();
        Instant now = clock.instant();
        PayLink link =
                new PayLink(
                        new PayLinkId(ids.next()),
                        command.invoice(),
                        PayLink.hash(token),
                        now,
                        now.plus(Duration.ofDays(command.days())),
                        Optional.empty());
        return links.add(link)
                .chain(() -> desk.record(command.actor(), "invoices.make_link", link.id()))
                .replaceWith(() -> new Result.Made(PayLinkView.of(link), token));
    }

    private static Uni<Result> refuse(InvoiceRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
