package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What Telegram's objects say of our payments. */
final class StarPayment {
    private StarPayment() {}

    /** Our payment, if a payload is the id of one. */
    static Optional<PaymentId> payment(JsonNode payload) {
        String text = payload.asText("");
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new PaymentId(id)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * Whose money a charge is: of a payment of ours as it says, or of an invoice we do not know.
     */
    static Which which(String charge, JsonNode payload) {
        return payment(payload)
                .<Which>map(ours -> new Which.Charge(charge, ours))
                .orElseGet(() -> new Which.Theirs(charge));
    }

    /** The receipt of a charge: its id is the reference, since a link may be paid again. */
    static Optional<Receipt> receipt(JsonNode charge, Received received, JsonNode date) {
        return Optional.of(charge.asText(""))
                .filter(id -> !id.isBlank() && date.isIntegralNumber())
                .map(id -> new Receipt(id, received, Instant.ofEpochSecond(date.asLong())));
    }

    /** Whole stars, or whatever else it is said to be. */
    static Received received(JsonNode amount, String currency) {
        return Asset.find(currency)
                .filter(_ -> amount.isIntegralNumber() && amount.canConvertToLong())
                .filter(_ -> amount.asLong() > 0)
                .<Received>map(asset -> new Received.Exact(new Money(amount.asLong(), asset)))
                .orElseGet(() -> new Received.Unreadable((amount + " " + currency).strip()));
    }
}
