package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.shared.Stake;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that hangs on an account.
 *
 * @param kind such as {@code active_subscriptions}, {@code orders}, {@code payments}, {@code
 *     wallet}; more may come
 * @param amount where it is money
 */
@Schema(name = "AccountStake")
public record StakeJson(
        String kind, long count, @Schema(nullable = true) @Nullable MoneyJson amount) {
    static StakeJson of(Stake stake) {
        return new StakeJson(
                stake.kind(), stake.count(), stake.amount().map(MoneyJson::of).orElse(null));
    }
}
