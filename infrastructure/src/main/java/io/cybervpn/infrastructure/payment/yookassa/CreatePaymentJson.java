package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A payment to be made.
 *
 * @param capture true, or the money would only be held
 * @param description 1 to 128 characters
 * @param metadata comes back with the payment: our payment's id
 */
record CreatePaymentJson(
        @JsonProperty("amount") AmountJson amount,
        @JsonProperty("capture") boolean capture,
        @JsonProperty("confirmation") ConfirmationJson confirmation,
        @JsonProperty("description") String description,
        @JsonProperty("metadata") Map<String, String> metadata) {
    /** Copies the map. */
    CreatePaymentJson {
        metadata = Map.copyOf(metadata);
    }

    /** Money; the value is a text with a decimal point. */
    record AmountJson(
            @JsonProperty("value") String value, @JsonProperty("currency") String currency) {}

    /** The customer pays at a page of YooKassa. */
    record ConfirmationJson(
            @JsonProperty("type") String type, @JsonProperty("return_url") String returnUrl) {}
}
