package io.cybervpn.infrastructure.fiscal.nalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An income to be annulled.
 *
 * @param comment one of two sentences that the service knows
 */
record CancelJson(
        String operationTime,
        String requestTime,
        String comment,
        String receiptUuid,
        @Nullable String partnerCode) {
    static CancelJson refund(String receipt, Instant now) {
        String time = MoscowTime.of(now);
        return new CancelJson(time, time, "Возврат средств", receipt, null);
    }
}
