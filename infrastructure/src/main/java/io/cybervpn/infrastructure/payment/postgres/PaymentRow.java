package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code payment}; one switch to a state and one back. */
@Entity
@Table(name = "payment")
@DynamicUpdate
class PaymentRow {
    /** What statements of our own read of a row. A star would read what a newer version added. */
    static final String COLUMNS =
            """
            id, subject, payer, provider, state, amount_minor, asset, description,
            subscription_days, created_at, expires_at, look_at, provider_reference, pay_url,
            mini_app_url, received_minor, received_asset, received_text, paid_at, closed_at,
            reason, payer_gone, booked_to""";

    @Id UUID id;
    UUID subject;
    UUID payer;
    String provider;
    String state;

    @Column(name = "amount_minor")
    long amountMinor;

    String asset;
    String description;

    @Column(name = "subscription_days")
    int subscriptionDays;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "look_at")
    @Nullable Instant lookAt;

    @Column(name = "provider_reference")
    @Nullable String providerReference;

    @Column(name = "pay_url")
    @Nullable String payUrl;

    @Column(name = "mini_app_url")
    @Nullable String miniAppUrl;

    @Column(name = "received_minor")
    @Nullable Long receivedMinor;

    @Column(name = "received_asset")
    @Nullable String receivedAsset;

    @Column(name = "received_text")
    @Nullable String receivedText;

    @Column(name = "paid_at")
    @Nullable Instant paidAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Nullable String reason;

    @Column(name = "payer_gone")
    boolean payerGone;

    /** Written by a merge of accounts alone; here because a row is read whole. */
    @Column(name = "booked_to", updatable = false)
    @Nullable UUID bookedTo;

    static PaymentRow of(Payment.Created payment, Instant lookAt) {
        PaymentRequest request = payment.request();
        PaymentRow row = new PaymentRow();
        row.id = request.id().value();
        row.subject = request.subject();
        row.payer = request.payer().value();
        row.provider = request.provider();
        row.state = "created";
        row.amountMinor = request.amount().minorUnits();
        row.asset = request.amount().asset().code();
        row.description = request.description();
        row.subscriptionDays = request.subscriptionDays();
        row.createdAt = request.createdAt();
        row.expiresAt = request.expiresAt();
        row.lookAt = lookAt;
        row.payerGone = request.payerGone();
        return row;
    }

    Payment payment() {
        PaymentRequest request = request();
        return switch (state) {
            case "created" -> new Payment.Created(request);
            case "unknown" -> new Payment.Unknown(request);
            case "pending" -> new Payment.Pending(request, invoice());
            case "captured" -> new Payment.Captured(request, receipt(), present(closedAt));
            case "flagged" ->
                    new Payment.Flagged(request, receipt(), present(reason), present(closedAt));
            case "expired" ->
                    new Payment.Expired(
                            request, Optional.ofNullable(providerReference), present(closedAt));
            case "failed" -> new Payment.Failed(request, present(reason), present(closedAt));
            default -> throw new IllegalStateException("payment " + id + " is " + state);
        };
    }

    /** Takes over a state. What it leaves behind, such as the link to pay, stays in the row. */
    void become(Payment payment) {
        switch (payment) {
            case Payment.Created _ -> state = "created";
            case Payment.Unknown _ -> state = "unknown";
            case Payment.Pending pending -> pending(pending.invoice());
            case Payment.Captured captured -> {
                close("captured", captured.at());
                receipt(captured.receipt());
            }
            case Payment.Flagged flagged -> {
                close("flagged", flagged.at());
                receipt(flagged.receipt());
                reason = flagged.reason();
            }
            case Payment.Expired expired -> close("expired", expired.at());
            case Payment.Failed failed -> {
                close("failed", failed.at());
                reason = failed.reason();
            }
        }
    }

    private PaymentRequest request() {
        return new PaymentRequest(
                new PaymentId(id),
                subject,
                new AccountId(payer),
                provider,
                new Money(amountMinor, Asset.of(asset)),
                description,
                subscriptionDays,
                createdAt,
                expiresAt,
                payerGone);
    }

    private Invoice invoice() {
        return new Invoice(
                present(providerReference),
                URI.create(present(payUrl)),
                Optional.ofNullable(miniAppUrl).map(URI::create));
    }

    private Receipt receipt() {
        return new Receipt(present(providerReference), received(), present(paidAt));
    }

    private Received received() {
        return receivedMinor == null
                ? new Received.Unreadable(present(receivedText))
                : new Received.Exact(new Money(receivedMinor, Asset.of(present(receivedAsset))));
    }

    private void pending(Invoice invoice) {
        state = "pending";
        providerReference = invoice.reference();
        payUrl = invoice.payUrl().toString();
        miniAppUrl = invoice.miniAppUrl().map(URI::toString).orElse(null);
    }

    private void close(String closedState, Instant at) {
        state = closedState;
        closedAt = at;
        lookAt = null;
        reason = null;
    }

    private void receipt(Receipt receipt) {
        providerReference = receipt.reference();
        paidAt = receipt.paidAt();
        switch (receipt.received()) {
            case Received.Exact(var money) -> {
                receivedMinor = money.minorUnits();
                receivedAsset = money.asset().code();
            }
            case Received.Unreadable(var text) -> receivedText = text;
        }
    }

    private <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("payment " + id + " lacks what " + state + " needs");
        }
        return value;
    }
}
