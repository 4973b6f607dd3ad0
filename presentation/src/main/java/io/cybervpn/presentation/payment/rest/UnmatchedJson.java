package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ListUnmatched;
import io.cybervpn.application.payment.UnmatchedView;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that came and fits no payment.
 *
 * @param amount what came; null where nobody can count it, then {@code said} is what the provider
 *     wrote
 * @param left what is still to be decided on
 * @param payment ours, for which or beside which it came; null if it is of nobody we know
 * @param sendable {@code send_back} is possible
 * @param open somebody has to decide
 */
@Schema(name = "UnmatchedMoney")
public record UnmatchedJson(
        UUID id,
        String provider,
        String reference,
        @Schema(nullable = true) @Nullable MoneyJson amount,
        @Schema(nullable = true) @Nullable String said,
        @Schema(nullable = true) @Nullable MoneyJson left,
        String reason,
        @Schema(nullable = true) @Nullable OfJson payment,
        boolean sendable,
        boolean open,
        Instant paidAt,
        Instant seenAt,
        @Schema(nullable = true) @Nullable DecidedJson resolution) {
    /**
     * What it came for, or beside.
     *
     * @param subjectId such as an order
     */
    @Schema(name = "UnmatchedPayment")
    public record OfJson(UUID id, UUID customerId, UUID subjectId) {
        static OfJson of(UnmatchedView.Of payment) {
            return new OfJson(
                    payment.payment().value(), payment.customer().value(), payment.subject());
        }
    }

    /**
     * What staff decided.
     *
     * @param kind {@code credit, pay_order, sent_back} or {@code kept}
     * @param customerId whose it is now, for {@code credit}
     * @param orderId what it paid, for {@code pay_order}
     */
    @Schema(name = "UnmatchedResolution")
    public record DecidedJson(
            String kind,
            @Schema(nullable = true) @Nullable UUID customerId,
            @Schema(nullable = true) @Nullable UUID orderId,
            String reason,
            Instant at) {
        static DecidedJson of(UnmatchedView.Decided decided) {
            boolean pays = decided.kind().equals("pay_order");
            return new DecidedJson(
                    decided.kind(),
                    pays ? null : decided.target().orElse(null),
                    pays ? decided.target().orElse(null) : null,
                    decided.reason(),
                    decided.at());
        }
    }

    /**
     * A piece of the list, newest first.
     *
     * @param nextCursor where to go on; null at the end
     */
    @Schema(name = "UnmatchedMoneyFeed")
    public record FeedJson(
            List<UnmatchedJson> items, @Schema(nullable = true) @Nullable String nextCursor) {}

    static UnmatchedJson of(UnmatchedView view) {
        return new UnmatchedJson(
                view.id().value(),
                view.provider(),
                view.reference(),
                view.amount().map(MoneyJson::of).orElse(null),
                view.text().orElse(null),
                view.left().map(MoneyJson::of).orElse(null),
                view.reason(),
                view.of().map(OfJson::of).orElse(null),
                view.sendable() && view.isOpen() && view.amount().isPresent(),
                view.isOpen(),
                view.paidAt(),
                view.seenAt(),
                view.decision().map(DecidedJson::of).orElse(null));
    }

    static FeedJson of(ListUnmatched.Result.Listed listed) {
        return new FeedJson(
                listed.items().stream().map(UnmatchedJson::of).toList(),
                listed.next()
                        .map(next -> new FeedCursor(next.seenAt(), next.id().value()))
                        .map(FeedCursor::toString)
                        .orElse(null));
    }
}
