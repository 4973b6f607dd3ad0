package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.invoicing.repository.Invoices;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the invoice of a paid order, finalised and paid, however it was paid (R97). Once per order:
 * the draft is stored by a unique key before a number is taken, so that a second delivery takes
 * none. An order that is never paid has no invoice. What went back of its money before gets its
 * notes with it.
 */
@Singleton
public final class IssueInvoiceOnOrderPaid implements EventHandler<OrderPaid> {
    private final UnitOfWork unitOfWork;
    private final Buyers buyers;
    private final Invoices invoices;
    private final Finalising finalising;
    private final NoteDesk noteDesk;
    private final Source source;

    @Inject
    IssueInvoiceOnOrderPaid(
            UnitOfWork unitOfWork,
            Buyers buyers,
            Invoices invoices,
            Finalising finalising,
            NoteDesk noteDesk,
            Source source) {
        this.unitOfWork = unitOfWork;
        this.buyers = buyers;
        this.invoices = invoices;
        this.finalising = finalising;
        this.noteDesk = noteDesk;
        this.source = source;
    }

    /** Ids and time. */
    @Singleton
    static final class Source {
        private final Ids ids;
        private final Clock clock;

        @Inject
        Source(Ids ids, Clock clock) {
            this.ids = ids;
            this.clock = clock;
        }

        InvoiceId nextInvoice() {
            return new InvoiceId(ids.next());
        }

        Instant now() {
            return clock.instant();
        }
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "invoicing.issue-invoice";
    }

    @Override
    public Uni<Void> handle(OrderPaid event) {
        return unitOfWork.run(
                () ->
                        buyers.hold(event.account())
                                .chain(buyer -> issue(draft(event, buyer), event)));
    }

    private Uni<Void> issue(Invoice.Draft draft, OrderPaid event) {
        return invoices.add(draft)
                .chain(
                        added ->
                                added
                                        ? finalising
                                                .paid(draft, source.now(), event.paidAt())
                                                .chain(
                                                        () ->
                                                                noteDesk.creditAll(
                                                                        event.order().value()))
                                        : Uni.createFrom().voidItem());
    }

    private Invoice.Draft draft(OrderPaid event, Buyers.Buyer buyer) {
        InvoiceLine line = InvoiceLine.untaxed(type(event), described(event), 1, event.total());
        return new Invoice.Draft(
                new InvoiceDetails(
                        source.nextInvoice(),
                        buyer.account(),
                        new Origin.OfOrder(event.order()),
                        event.total().asset(),
                        buyer.party(),
                        List.of(line),
                        "",
                        source.now(),
                        0));
    }

    private static LineType type(OrderPaid event) {
        if (event.boost().isPresent()) {
            return LineType.ADD_ON;
        }
        return event.change().isPresent() ? LineType.PLAN_CHANGE : LineType.PLAN;
    }

    /** A change buys what is left of a period, so no number of days is named. */
    private static Map<String, String> described(OrderPaid event) {
        Map<String, String> described = new HashMap<>();
        event.planNameI18n()
                .forEach((tag, name) -> described.put(tag, described(event, tag, name)));
        return described.isEmpty() ? Map.of("en", term("en", event.termDays())) : described;
    }

    private static String described(OrderPaid event, String tag, String name) {
        return event.change().isPresent() ? name : name + ", " + term(tag, event.termDays());
    }

    private static String term(String tag, int days) {
        return switch (tag) {
            case "ru" -> days + " дн.";
            case String _ -> days == 1 ? "1 day" : days + " days";
        };
    }
}
