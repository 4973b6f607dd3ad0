package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund as staff see it.
 *
 * @param state {@code reported, requested, unknown, sent, succeeded, failed}
 * @param to {@code provider} or {@code wallet}
 * @param reference the provider's id of it
 * @param failure why it failed
 * @param closedAt when it succeeded or failed
 */
public record RefundView(
        RefundId id,
        PaymentId payment,
        Money amount,
        RefundCause cause,
        String to,
        String state,
        String reason,
        Optional<String> reference,
        Optional<String> failure,
        Instant createdAt,
        Optional<Instant> closedAt) {

    static RefundView of(Refund refund) {
        return switch (refund) {
            case Refund.Reported _ -> open(refund, "reported");
            case Refund.Requested _ -> open(refund, "requested");
            case Refund.Unknown _ -> open(refund, "unknown");
            case Refund.Sent _ -> open(refund, "sent");
            case Refund.Succeeded(_, _, _, var at) ->
                    view(refund, "succeeded", Optional.empty(), Optional.of(at));
            case Refund.Failed(_, _, _, var why, var at) ->
                    view(refund, "failed", Optional.of(why), Optional.of(at));
        };
    }

    private static RefundView open(Refund refund, String state) {
        return view(refund, state, Optional.empty(), Optional.empty());
    }

    private static RefundView view(
            Refund refund, String state, Optional<String> failure, Optional<Instant> closedAt) {
        RefundRequest request = refund.request();
        return new RefundView(
                request.id(),
                request.payment(),
                request.amount(),
                request.cause(),
                switch (request.to()) {
                    case PROVIDER -> "provider";
                    case WALLET -> "wallet";
                },
                state,
                request.reason(),
                refund.knownReference(),
                failure,
                request.createdAt(),
                closedAt);
    }
}
