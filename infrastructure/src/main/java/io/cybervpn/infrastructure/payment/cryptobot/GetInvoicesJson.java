package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Body of getInvoices.
 *
 * @param invoiceIds comma separated; null for all
 * @param status {@code paid} or {@code active}; null for all
 * @param count 1 to 1000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GetInvoicesJson(
        @JsonProperty("invoice_ids") @Nullable String invoiceIds,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("offset") int offset,
        @JsonProperty("count") int count) {
    static final int COUNT_MAX = 1000;

    static GetInvoicesJson these(String ids) {
        return new GetInvoicesJson(ids, null, 0, COUNT_MAX);
    }

    static GetInvoicesJson any(int offset) {
        return new GetInvoicesJson(null, null, offset, COUNT_MAX);
    }

    static GetInvoicesJson paid(int offset) {
        return new GetInvoicesJson(null, "paid", offset, COUNT_MAX);
    }
}
