package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.cybervpn.infrastructure.payment.yookassa.CreatePaymentJson.AmountJson;
import org.jspecify.annotations.Nullable;

/**
 * A refund to be made.
 *
 * @param paymentId YooKassa's id of the payment
 * @param description 1 to 250 characters; ours holds the refund's id, by which it is found again
 * @param receipt the data of a fiscal receipt, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreateRefundJson(
        @JsonProperty("payment_id") String paymentId,
        @JsonProperty("amount") AmountJson amount,
        @JsonProperty("description") String description,
        @JsonProperty("receipt") @Nullable ReceiptJson receipt) {}
