package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.ListTransfers;
import io.cybervpn.application.payment.TransferView;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A bank transfer that staff recorded.
 *
 * @param reference what its money is known by in the books and on the list of unallocated money
 * @param invoice the reference of the payment that it was for; null if nobody knows
 * @param bankReference the bank's own id of it
 * @param arrivedAt when the bank took it
 */
@Schema(name = "BankTransfer")
public record TransferJson(
        UUID id,
        String reference,
        @Schema(nullable = true) @Nullable String invoice,
        MoneyJson amount,
        String bankReference,
        Instant arrivedAt,
        Instant recordedAt,
        String reason) {
    /**
     * A piece of the list, newest first.
     *
     * @param nextCursor where to go on; null at the end
     */
    @Schema(name = "BankTransferFeed")
    public record FeedJson(
            List<TransferJson> items, @Schema(nullable = true) @Nullable String nextCursor) {}

    /**
     * What came of a word about a transfer.
     *
     * @param status {@code recorded}, or {@code approval_required}: somebody else has to agree
     * @param money {@code captured}: it pays its payment; {@code flagged}: too little, another
     *     currency, or beside a transfer that came before; {@code unallocated}: it is of no
     *     payment. Null while somebody has to agree
     * @param approvalId of what waits for the second pair of eyes
     */
    @Schema(name = "BankTransferAnswer")
    public record AnswerJson(
            @Schema(examples = "recorded") String status,
            @Schema(nullable = true) @Nullable String money,
            @Schema(nullable = true) @Nullable TransferJson transfer,
            @Schema(nullable = true) @Nullable UUID approvalId) {}

    static TransferJson of(TransferView view) {
        return new TransferJson(
                view.id().value(),
                view.reference(),
                view.invoice().map(TransferReference::text).orElse(null),
                MoneyJson.of(view.amount()),
                view.bankReference(),
                view.arrivedAt(),
                view.recordedAt(),
                view.reason());
    }

    static FeedJson of(ListTransfers.Result.Listed listed) {
        return new FeedJson(
                listed.items().stream().map(TransferJson::of).toList(),
                listed.next()
                        .map(next -> new FeedCursor(next.at(), next.id().value()))
                        .map(FeedCursor::toString)
                        .orElse(null));
    }
}
