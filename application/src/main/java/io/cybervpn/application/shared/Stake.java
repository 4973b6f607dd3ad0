package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.Money;
import java.util.Optional;

/**
 * Something that hangs on an account: what its owner loses with it, or takes with him.
 *
 * @param kind in lower snake case, such as {@code active_subscriptions}
 * @param count one or more
 * @param amount where it is money
 */
public record Stake(String kind, long count, Optional<Money> amount) {
    /** Things without an amount. */
    public static Stake of(String kind, long count) {
        return new Stake(kind, count, Optional.empty());
    }
}
