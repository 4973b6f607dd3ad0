package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Says for how long orders wait that a provider is to be paid for: a bank wants days, coins want
 * minutes. Asks nobody.
 */
@Singleton
public final class FindOrderLifetime {
    private final LiveGateways live;

    @Inject
    public FindOrderLifetime(LiveGateways live) {
        this.live = live;
    }

    /** Of which provider. */
    public record Query(String provider) {}

    /** Says it; empty: the shop's usual one. */
    public Optional<Duration> execute(Query query) {
        return Optional.ofNullable(
                        live.record(query.provider()).fields().get(GatewayFields.ORDER_LIFETIME))
                .filter(text -> text.matches(GatewayFields.ORDER_LIFETIME_PATTERN))
                .map(Long::parseLong)
                .map(Duration::ofMinutes);
    }
}
