package io.cybervpn.application.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment as others see it.
 *
 * @param subject what is paid for, such as an order
 * @param state {@code created, pending, unknown, captured, flagged, expired, failed}
 * @param amount what was asked for
 * @param refunded what went back of it or is promised; zero for most
 * @param payUrl where to pay; empty when there is nothing to pay any more or not yet
 * @param miniAppUrl the same inside Telegram
 * @param paidAt when the provider took the money
 */
public record PaymentView(
        PaymentId id,
        UUID subject,
        AccountId payer,
        String provider,
        String state,
        Money amount,
        Money refunded,
        Optional<URI> payUrl,
        Optional<URI> miniAppUrl,
        int subscriptionDays,
        Instant createdAt,
        Optional<Instant> paidAt) {

    /** One that nothing was given back of. */
    static PaymentView of(Payment payment) {
        return switch (payment) {
            case Payment.Created _ -> unpaid(payment, "created");
            case Payment.Unknown _ -> unpaid(payment, "unknown");
            case Payment.Pending(var request, var invoice) ->
                    view(
                            request,
                            "pending",
                            Optional.of(invoice.payUrl()),
                            invoice.miniAppUrl(),
                            Optional.empty());
            case Payment.Captured captured ->
                    paid(payment, "captured", captured.receipt().paidAt());
            case Payment.Flagged flagged -> paid(payment, "flagged", flagged.receipt().paidAt());
            case Payment.Expired _ -> unpaid(payment, "expired");
            case Payment.Failed _ -> unpaid(payment, "failed");
        };
    }

    /** Whether all that was paid is back with the payer. */
    public boolean isRefunded() {
        return !refunded.isZero() && refunded.compareTo(amount) >= 0;
    }

    private static PaymentView unpaid(Payment payment, String state) {
        return view(payment.request(), state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PaymentView paid(Payment payment, String state, Instant paidAt) {
        return view(
                payment.request(), state, Optional.empty(), Optional.empty(), Optional.of(paidAt));
    }

    private static PaymentView view(
            PaymentRequest request,
            String state,
            Optional<URI> payUrl,
            Optional<URI> miniAppUrl,
            Optional<Instant> paidAt) {
        return new PaymentView(
                request.id(),
                request.subject(),
                request.payer(),
                request.provider(),
                state,
                request.amount(),
                Money.zero(request.amount().asset()),
                payUrl,
                miniAppUrl,
                request.subscriptionDays(),
                request.createdAt(),
                paidAt);
    }
}
