package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Body of getInvoices.
 *
 * @param invoiceIds comma separated; null for all
 * @param count 1 to 1000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GetInvoicesJson(
        @JsonProperty("invoice_ids") @Nullable String invoiceIds,
        @JsonProperty("offset") int offset,
        @JsonProperty("count") int count) {
    static final int COUNT_MAX = 1000;
}
