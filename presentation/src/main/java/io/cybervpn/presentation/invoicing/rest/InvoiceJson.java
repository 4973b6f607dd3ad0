package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice.
 *
 * @param number such as {@code INV-2026-000001}; null for a draft
 * @param status {@code pending, paid, cancelled} (R98)
 * @param state the same, told finer: {@code draft, open, paid, void, uncollectible}
 * @param orderId what it is of; null for one that staff wrote
 * @param seller as we were when it got its number; null for a draft
 * @param buyer as he was then
 * @param net without tax
 * @param dueAt when it is to be paid
 * @param paidAt when the provider took the money
 * @param closedAt when it was withdrawn or given up
 * @param creditNotes what took it back, oldest first; none in a list
 */
@Schema(name = "Invoice")
record InvoiceJson(
        UUID id,
        @Schema(nullable = true) @Nullable String number,
        String status,
        String state,
        @Schema(nullable = true) @Nullable UUID orderId,
        @Schema(nullable = true) @Nullable PartyJson seller,
        PartyJson buyer,
        List<InvoiceLineJson> lines,
        MoneyJson net,
        MoneyJson tax,
        MoneyJson total,
        String note,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant issuedAt,
        @Schema(nullable = true) @Nullable Instant dueAt,
        @Schema(nullable = true) @Nullable Instant paidAt,
        @Schema(nullable = true) @Nullable Instant closedAt,
        List<CreditNoteJson> creditNotes) {
    static InvoiceJson of(InvoiceView view, Languages languages) {
        Optional<InvoiceView.IssueView> issue = view.issue();
        return new InvoiceJson(
                view.id().value(),
                issue.map(one -> one.number().text()).orElse(null),
                view.status().simple(),
                view.status().code(),
                view.order().map(OrderId::value).orElse(null),
                issue.map(one -> PartyJson.of(one.seller())).orElse(null),
                PartyJson.of(view.buyer()),
                view.lines().stream().map(line -> InvoiceLineJson.of(line, languages)).toList(),
                MoneyJson.of(view.totals().net()),
                MoneyJson.of(view.totals().tax()),
                MoneyJson.of(view.totals().total()),
                view.note(),
                view.createdAt(),
                issue.map(InvoiceView.IssueView::issuedAt).orElse(null),
                issue.map(InvoiceView.IssueView::dueAt).orElse(null),
                view.paidAt().orElse(null),
                view.closing().map(InvoiceView.ClosingView::at).orElse(null),
                view.notes().stream().map(CreditNoteJson::of).toList());
    }

    /** The texts of an answer with these invoices. */
    static List<Map<String, String>> texts(Collection<InvoiceView> invoices) {
        return invoices.stream()
                .flatMap(invoice -> invoice.lines().stream())
                .map(InvoiceLine::description)
                .toList();
    }
}
