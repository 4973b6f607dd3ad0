package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where staff get at invoices, one at a time, and where it is written down that they did. */
@Singleton
final class InvoiceDesk {
    private final UnitOfWork unitOfWork;
    private final Invoices invoices;
    private final Buyers buyers;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    InvoiceDesk(
            UnitOfWork unitOfWork,
            Invoices invoices,
            Buyers buyers,
            AuditTrail audit,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.invoices = invoices;
        this.buyers = buyers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What there is when one is held: it, and its buyer as he is now. */
    record Case(Invoice invoice, Buyers.Buyer buyer) {}

    /** What came of it. */
    sealed interface Outcome {
        /** It is so. */
        record Done(InvoiceView invoice) implements Outcome {}

        /** Nothing changed. */
        record Refused(InvoiceRefusal why) implements Outcome {}
    }

    static boolean mayWrite(Actor actor) {
        return actor.may(Permission.INVOICES_WRITE);
    }

    Instant now() {
        return clock.instant();
    }

    /** Holds the buyer, then the invoice, since what an account leaves behind goes the same way. */
    Uni<Outcome> with(Actor actor, InvoiceId id, Function<Case, Uni<Outcome>> work) {
        return mayWrite(actor)
                ? unitOfWork.run(
                        () -> invoices.accountOf(id).chain(account -> hold(id, account, work)))
                : refuse(new InvoiceRefusal.Forbidden());
    }

    private Uni<Outcome> hold(
            InvoiceId id, Optional<AccountId> account, Function<Case, Uni<Outcome>> work) {
        return account.map(buyers::hold)
                .map(held -> held.chain(buyer -> lock(id, buyer, work)))
                .orElseGet(InvoiceDesk::noSuchOne);
    }

    private Uni<Outcome> lock(InvoiceId id, Buyers.Buyer buyer, Function<Case, Uni<Outcome>> work) {
        return invoices.lockOf(id.value())
                .chain(
                        found ->
                                found.filter(one -> one.id().equals(id))
                                        .map(one -> work.apply(new Case(one, buyer)))
                                        .orElseGet(InvoiceDesk::noSuchOne));
    }

    /** The same where only a draft will do, of the version that was looked at. */
    Uni<Outcome> withDraft(
            Actor actor,
            InvoiceId id,
            Optional<Long> version,
            Function<DraftCase, Uni<Outcome>> work) {
        return with(actor, id, held -> draft(held, version, work));
    }

    /** A draft, and its buyer as he is now. */
    record DraftCase(Invoice.Draft draft, Buyers.Buyer buyer) {}

    static Uni<Outcome> draft(
            Case held, Optional<Long> version, Function<DraftCase, Uni<Outcome>> work) {
        if (!(held.invoice() instanceof Invoice.Draft draft)) {
            return refuse(new InvoiceRefusal.WrongState(held.invoice().status()));
        }
        return isStale(draft, version)
                ? refuse(new InvoiceRefusal.Stale())
                : work.apply(new DraftCase(draft, held.buyer()));
    }

    private static boolean isStale(Invoice invoice, Optional<Long> version) {
        return version.filter(seen -> seen != invoice.details().version()).isPresent();
    }

    /** Writes down what was done to it. */
    Uni<Void> record(Actor actor, String action, InvoiceId id, Changes changes) {
        return audit.append(
                AuditTrail.Entry.of(actor, action, "invoice", id.value()).with(changes));
    }

    /** What the audit trail keeps of it: no words, since these may name people. */
    static Map<String, String> fields(InvoiceDetails details) {
        return Map.of(
                "total", details.totals().total().toString(),
                "lines",
                        details.lines().stream()
                                .map(InvoiceDesk::line)
                                .collect(Collectors.joining(", ")),
                "dueDays", String.valueOf(details.dueDays()));
    }

    private static String line(InvoiceLine line) {
        return "%s %d x %s".formatted(line.type().code(), line.quantity(), line.unitPrice());
    }

    static Uni<Outcome> done(Invoice invoice) {
        return Uni.createFrom().item(new Outcome.Done(InvoiceView.of(invoice)));
    }

    static Uni<Outcome> refuse(InvoiceRefusal why) {
        return Uni.createFrom().item(new Outcome.Refused(why));
    }

    private static Uni<Outcome> noSuchOne() {
        return refuse(new InvoiceRefusal.NoSuchInvoice());
    }
}
