package io.cybervpn.infrastructure.fiscal.nalog;

import io.cybervpn.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An income to be registered. The money reached the seller's bank account, so it is no cash; the
 * buyer is a person, whom nobody names.
 */
record IncomeJson(
        String operationTime,
        String requestTime,
        List<ServiceJson> services,
        String totalAmount,
        ClientJson client,
        String paymentType,
        boolean ignoreMaxTotalIncomeRestriction) {
    /** A line. */
    record ServiceJson(String name, BigDecimal amount, int quantity) {}

    /** The buyer. */
    record ClientJson(
            @Nullable String contactPhone,
            @Nullable String displayName,
            String incomeType,
            @Nullable String inn) {}

    static IncomeJson of(String name, Money amount, Instant paidAt, Instant now) {
        return new IncomeJson(
                MoscowTime.of(paidAt),
                MoscowTime.of(now),
                List.of(new ServiceJson(name, new BigDecimal(amount.toDecimal()), 1)),
                amount.toDecimal(),
                new ClientJson(null, null, "FROM_INDIVIDUAL", null),
                "ACCOUNT",
                false);
    }
}
