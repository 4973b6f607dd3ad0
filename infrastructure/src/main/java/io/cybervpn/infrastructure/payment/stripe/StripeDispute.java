package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Receipt.Received;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A dispute as Stripe writes it. */
record StripeDispute(JsonNode json) {
    static boolean isOne(JsonNode json) {
        return isName(json.path("id").asText(""));
    }

    static boolean isName(String id) {
        return id.matches("(dp|du)_[0-9a-zA-Z_]{1,200}");
    }

    /** What was paid with. */
    Optional<String> intent() {
        return Optional.of(json.path("payment_intent").asText("")).filter(id -> !id.isBlank());
    }

    /** Where the money is. */
    private enum Money {
        TAKEN,
        BACK,
        NEVER_TAKEN
    }

    /** What it says of the money of a payment. */
    GoneBack goneBack(Which payment) {
        return switch (money()) {
            case TAKEN -> named(payment, false);
            case BACK -> named(payment, true);
            case NEVER_TAKEN -> new GoneBack.Nothing("dispute is " + status());
        };
    }

    /** Of a word that we do not know only the money itself tells. */
    private Money money() {
        return switch (status()) {
            case "needs_response",
                    "under_review",
                    "lost",
                    "appeal_needs_response",
                    "appeal_under_review" ->
                    Money.TAKEN;
            case "won" -> Money.BACK;
            case "warning_needs_response", "warning_under_review", "warning_closed", "prevented" ->
                    Money.NEVER_TAKEN;
            default -> moved();
        };
    }

    private String status() {
        return json.path("status").asText("");
    }

    /** By what was withdrawn and reinstated. */
    private Money moved() {
        JsonNode moves = json.path("balance_transactions");
        long sum =
                StreamSupport.stream(moves.spliterator(), false)
                        .mapToLong(move -> move.path("amount").asLong())
                        .sum();
        if (sum < 0) {
            return Money.TAKEN;
        }
        return moves.isEmpty() ? Money.NEVER_TAKEN : Money.BACK;
    }

    private GoneBack named(Which payment, boolean undone) {
        String id = json.path("id").asText();
        return switch (StripeRefund.money(json)) {
            case Received.Exact(var amount) ->
                    new GoneBack.Named(
                            new Notice.Returned(payment, id, amount, RefundCause.DISPUTE, undone));
            case Received.Unreadable(var text) ->
                    new GoneBack.Strange("dispute " + id + " of " + text);
        };
    }
}
