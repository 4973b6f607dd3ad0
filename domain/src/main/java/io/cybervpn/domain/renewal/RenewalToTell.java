package io.cybervpn.domain.renewal;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;
import java.util.Map;

/**
 * A customer is to be told something, once.
 *
 * @param end of what is paid for
 * @param values for the words of it, by name: {@code days}, {@code price}, {@code agreed}, {@code
 *     chargeAt}, {@code reason}, each where it has a meaning
 */
public record RenewalToTell(
        SubscriptionId subscription,
        AccountId account,
        Instant end,
        Topic topic,
        Map<String, String> values,
        Instant at)
        implements DomainEvent {
    /** Copies the values. */
    public RenewalToTell {
        values = Map.copyOf(values);
    }
}
