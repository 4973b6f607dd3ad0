package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
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
