package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cybervpn.domain.shared.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment to be made.
 *
 * @param capture true, or the money would only be held
 * @param description 1 to 128 characters
 * @param metadata comes back with the payment: our payment's id
 * @param confirmation null for a payment by a kept method
 * @param keep null or true: the payer agreed that his method is kept
 * @param method a kept method to take the money by, or null
 * @param receipt the data of a fiscal receipt, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreatePaymentJson(
        @JsonProperty("amount") AmountJson amount,
        @JsonProperty("capture") boolean capture,
        @JsonProperty("confirmation") @Nullable ConfirmationJson confirmation,
        @JsonProperty("description") String description,
        @JsonProperty("metadata") Map<String, String> metadata,
        @JsonProperty("save_payment_method") @Nullable Boolean keep,
        @JsonProperty("payment_method_id") @Nullable String method,
        @JsonProperty("receipt") @Nullable ReceiptJson receipt) {
    /** Copies the map. */
    CreatePaymentJson {
        metadata = Map.copyOf(metadata);
    }

    /** Money; the value is a text with a decimal point. */
    record AmountJson(
            @JsonProperty("value") String value, @JsonProperty("currency") String currency) {
        static AmountJson of(Money money) {
            return new AmountJson(money.toDecimal(), money.asset().code());
        }
    }

    /** The customer pays at a page of YooKassa. */
    record ConfirmationJson(
            @JsonProperty("type") String type, @JsonProperty("return_url") String returnUrl) {}
}
