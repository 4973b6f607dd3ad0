package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Issue;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invoice")
class InvoiceRow {
    /** What statements of our own read of a row. A star would read what a newer version added. */
    static final String COLUMNS =
            """
            id, account_id, order_id, written_by, request_key, status, asset, net_minor,
            tax_minor, total_minor, buyer, lines, note, due_days, version, created_at,
            series, sequence, number, seller, issued_at, due_at, paid_at, payment_id,
            closed_at, close_reason""";

    @Id UUID id;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(name = "order_id", updatable = false)
    @Nullable UUID orderId;

    @Column(name = "written_by", updatable = false)
    @Nullable UUID writtenBy;

    @Column(name = "request_key", updatable = false)
    @Nullable String requestKey;

    String status;

    @Column(updatable = false)
    String asset;

    @Column(name = "net_minor")
    long netMinor;

    @Column(name = "tax_minor")
    long taxMinor;

    @Column(name = "total_minor")
    long totalMinor;

    String buyer;
    String lines;
    String note;

    @Column(name = "due_days")
    int dueDays;

    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Nullable String series;
    @Nullable Long sequence;
    @Nullable String number;
    @Nullable String seller;

    @Column(name = "issued_at")
    @Nullable Instant issuedAt;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    @Column(name = "paid_at")
    @Nullable Instant paidAt;

    @Column(name = "payment_id")
    @Nullable UUID paymentId;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Column(name = "close_reason")
    @Nullable String closeReason;

    /** What may change. */
    void become(Invoice invoice) {
        fill(invoice.details());
        status = invoice.status().code();
        closedAt = null;
        closeReason = null;
        switch (invoice) {
            case Invoice.Draft _ -> {}
            case Invoice.Open(_, var issue) -> fill(issue);
            case Invoice.Paid(_, var issue, var payment, var at) -> {
                fill(issue);
                paymentId = payment.map(PaymentId::value).orElse(null);
                paidAt = at;
            }
            case Invoice.Voided(_, var issue, var why) -> {
                fill(issue);
                fill(why);
            }
            case Invoice.Uncollectible(_, var issue, var why) -> {
                fill(issue);
                fill(why);
            }
        }
    }

    private void fill(InvoiceDetails details) {
        netMinor = details.totals().net().minorUnits();
        taxMinor = details.totals().tax().minorUnits();
        totalMinor = details.totals().total().minorUnits();
        buyer = Documents.of(details.buyer());
        lines = Documents.ofLines(details.lines());
        note = details.note();
        dueDays = details.dueDays();
        version = details.version();
    }

    private void fill(Issue issue) {
        series = issue.number().series();
        sequence = issue.number().sequence();
        number = issue.number().text();
        seller = Documents.of(issue.seller());
        issuedAt = issue.issuedAt();
        dueAt = issue.dueAt();
    }

    private void fill(Invoice.Closing why) {
        closedAt = why.at();
        closeReason = why.reason();
    }

    Invoice toState() {
        return switch (status) {
            case "draft" -> new Invoice.Draft(details());
            case "open" -> new Invoice.Open(details(), issue());
            case "paid" ->
                    new Invoice.Paid(
                            details(),
                            issue(),
                            Optional.ofNullable(paymentId).map(PaymentId::new),
                            Objects.requireNonNull(paidAt));
            case "void" -> new Invoice.Voided(details(), issue(), closing());
            case "uncollectible" -> new Invoice.Uncollectible(details(), issue(), closing());
            default -> throw new IllegalStateException("invoice " + id + " is " + status);
        };
    }

    private InvoiceDetails details() {
        Asset unit = Asset.of(asset);
        return new InvoiceDetails(
                new InvoiceId(id),
                new AccountId(accountId),
                origin(),
                unit,
                Documents.party(buyer),
                Documents.lines(lines, unit),
                note,
                dueDays,
                createdAt,
                version);
    }

    private Origin origin() {
        return orderId == null
                ? new Origin.ByStaff(
                        new AccountId(Objects.requireNonNull(writtenBy)),
                        Objects.requireNonNull(requestKey))
                : new Origin.OfOrder(new OrderId(orderId));
    }

    private Issue issue() {
        return new Issue(
                new DocumentNumber(
                        Objects.requireNonNull(series),
                        Objects.requireNonNull(sequence),
                        Objects.requireNonNull(number)),
                Documents.party(Objects.requireNonNull(seller)),
                Objects.requireNonNull(issuedAt),
                Objects.requireNonNull(dueAt));
    }

    private Invoice.Closing closing() {
        return new Invoice.Closing(
                Objects.requireNonNull(closeReason), Objects.requireNonNull(closedAt));
    }
}
