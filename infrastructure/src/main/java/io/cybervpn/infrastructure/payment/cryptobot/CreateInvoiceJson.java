package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Body of createInvoice: {@code fiat} or {@code asset}, by {@code currency_type}.
 *
 * @param payload comes back with the invoice: our payment's id
 * @param expiresInSeconds 1 to 2678400
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreateInvoiceJson(
        @JsonProperty("currency_type") String currencyType,
        @JsonProperty("fiat") @Nullable String fiat,
        @JsonProperty("asset") @Nullable String asset,
        @JsonProperty("amount") String amount,
        @JsonProperty("description") String description,
        @JsonProperty("payload") String payload,
        @JsonProperty("allow_comments") boolean allowComments,
        @JsonProperty("expires_in") long expiresInSeconds) {}
