package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Funding;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code refund}; one switch to a state and one back. */
@Entity
@Table(name = "refund")
@DynamicUpdate
class RefundRow {
    /** What statements of our own read of a row. A star would read what a newer version added. */
    static final String COLUMNS =
            """
            id, payment_id, state, cause, destination, amount_minor, asset, sale_minor,
            sale_total_minor, wallet_minor, unallocated_minor, excess_minor, request_key,
            reason, provider_reference, failure, created_at, closed_at, look_at""";

    @Id UUID id;

    @Column(name = "payment_id")
    UUID paymentId;

    String state;
    String cause;
    String destination;

    @Column(name = "amount_minor")
    long amountMinor;

    String asset;

    @Column(name = "sale_minor")
    @Nullable Long saleMinor;

    @Column(name = "sale_total_minor")
    @Nullable Long saleTotalMinor;

    @Column(name = "wallet_minor")
    @Nullable Long walletMinor;

    @Column(name = "unallocated_minor")
    @Nullable Long unallocatedMinor;

    @Column(name = "excess_minor")
    @Nullable Long excessMinor;

    @Column(name = "request_key")
    String requestKey;

    String reason;

    @Column(name = "provider_reference")
    @Nullable String providerReference;

    @Nullable String failure;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Column(name = "look_at")
    @Nullable Instant lookAt;

    static RefundRow of(Refund refund, Instant lookAt) {
        RefundRequest request = refund.request();
        RefundRow row = new RefundRow();
        row.id = request.id().value();
        row.paymentId = request.payment().value();
        row.cause = request.cause().code();
        row.destination = request.to().name().toLowerCase(Locale.ROOT);
        row.amountMinor = request.amount().minorUnits();
        row.asset = request.amount().asset().code();
        row.requestKey = request.key();
        row.reason = request.reason();
        row.createdAt = request.createdAt();
        row.lookAt = lookAt;
        row.become(refund);
        return row;
    }

    void become(Refund refund) {
        providerReference = refund.knownReference().orElse(null);
        switch (refund) {
            case Refund.Reported _ -> state = "reported";
            case Refund.Requested requested -> booked("requested", requested.funding());
            case Refund.Unknown unknown -> booked("unknown", unknown.funding());
            case Refund.Sent sent -> booked("sent", sent.funding());
            case Refund.Succeeded succeeded -> {
                booked("succeeded", succeeded.funding());
                close(succeeded.at());
            }
            case Refund.Failed failed -> {
                state = "failed";
                failed.funding().ifPresent(funding -> booked("failed", funding));
                failure = failed.reason();
                close(failed.at());
            }
        }
    }

    private void booked(String bookedState, Funding funding) {
        state = bookedState;
        saleMinor = funding.sale().minorUnits();
        saleTotalMinor = funding.saleTotal().minorUnits();
        walletMinor = funding.wallet().minorUnits();
        unallocatedMinor = funding.unallocated().minorUnits();
        excessMinor = funding.excess().minorUnits();
    }

    private void close(Instant at) {
        closedAt = at;
        lookAt = null;
    }

    Refund refund() {
        RefundRequest request = request();
        return switch (state) {
            case "reported" -> new Refund.Reported(request, present(providerReference));
            case "requested" -> new Refund.Requested(request, funding());
            case "unknown" -> new Refund.Unknown(request, funding());
            case "sent" -> new Refund.Sent(request, funding(), present(providerReference));
            case "succeeded" ->
                    new Refund.Succeeded(request, funding(), reference(), present(closedAt));
            case "failed" ->
                    new Refund.Failed(
                            request,
                            saleMinor == null ? Optional.empty() : Optional.of(funding()),
                            reference(),
                            present(failure),
                            present(closedAt));
            default -> throw new IllegalStateException("refund " + id + " is " + state);
        };
    }

    private RefundRequest request() {
        return new RefundRequest(
                new RefundId(id),
                new PaymentId(paymentId),
                money(amountMinor),
                RefundCause.valueOf(cause.toUpperCase(Locale.ROOT)),
                Destination.valueOf(destination.toUpperCase(Locale.ROOT)),
                requestKey,
                reason,
                createdAt);
    }

    private Funding funding() {
        return new Funding(
                money(present(saleMinor)),
                money(present(saleTotalMinor)),
                money(present(walletMinor)),
                money(present(unallocatedMinor)),
                money(present(excessMinor)));
    }

    private Money money(long units) {
        return new Money(units, Asset.of(asset));
    }

    private Optional<String> reference() {
        return Optional.ofNullable(providerReference);
    }

    private <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("refund " + id + " lacks what " + state + " needs");
        }
        return value;
    }
}
