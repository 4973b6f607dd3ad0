package io.cybervpn.infrastructure.payment.cryptobot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What {@code getTransfers} takes. */
record GetTransfersJson(
        @JsonProperty("spend_id") String spendId, @JsonProperty("count") int count) {
    private static final int COUNT_MAX = 1000;

    static GetTransfersJson of(String spendId) {
        return new GetTransfersJson(spendId, COUNT_MAX);
    }
}
