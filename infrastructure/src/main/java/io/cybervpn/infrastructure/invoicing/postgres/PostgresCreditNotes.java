package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.CreditNote;
import io.cybervpn.domain.invoicing.repository.CreditNotes;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Credit notes in the session of the open unit of work. */
@Singleton
final class PostgresCreditNotes implements CreditNotes {
    private static final String ADD =
            """
            insert into credit_note (id, invoice_id, refund_id, series, sequence, number, reason,
                asset, tax_minor, total_minor, lines, issued_at)
            values (:id, :invoice, :refund, :series, :sequence, :number, :reason, :asset, :tax,
                :total, :lines, :issuedAt)""";
    private static final String OF_INVOICE =
            """
            select id, refund_id, series, sequence, number, reason, asset, lines, issued_at,
                cancelled_at
            from credit_note where invoice_id = :invoice order by id""";
    private static final String CANCEL =
            """
            update credit_note set cancelled_at = cast(:at as timestamptz)
            where id = :id and cancelled_at is null""";

    @Override
    public Uni<Void> add(CreditNote.Standing note) {
        CreditNote.Content content = note.content();
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", content.id().value())
                                        .setParameter("invoice", content.invoice().value())
                                        .setParameter("refund", content.refund().value())
                                        .setParameter("series", content.number().series())
                                        .setParameter("sequence", content.number().sequence())
                                        .setParameter("number", content.number().text())
                                        .setParameter("reason", content.reason().code())
                                        .setParameter("asset", content.asset().code())
                                        .setParameter("tax", content.tax().minorUnits())
                                        .setParameter("total", content.total().minorUnits())
                                        .setParameter(
                                                "lines", Documents.ofNoteLines(content.lines()))
                                        .setParameter("issuedAt", content.issuedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<CreditNote>> of(InvoiceId invoice) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF_INVOICE, Object[].class)
                                        .setParameter("invoice", invoice.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> note(invoice, row)).toList());
    }

    private static CreditNote note(InvoiceId invoice, Object[] row) {
        CreditNote.Content content =
                new CreditNote.Content(
                        new CreditNoteId((UUID) row[0]),
                        invoice,
                        new RefundId((UUID) row[1]),
                        new DocumentNumber(
                                (String) row[2], ((Number) row[3]).longValue(), (String) row[4]),
                        CreditNoteReason.find((String) row[5]).orElseThrow(),
                        Asset.of((String) row[6]),
                        Documents.noteLines((String) row[7]),
                        instant(row[8]));
        return row[9] == null
                ? new CreditNote.Standing(content)
                : new CreditNote.Cancelled(content, instant(row[9]));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Uni<Void> cancel(CreditNote.Cancelled note) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CANCEL)
                                        .setParameter("id", note.content().id().value())
                                        .setParameter("at", note.cancelledAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
