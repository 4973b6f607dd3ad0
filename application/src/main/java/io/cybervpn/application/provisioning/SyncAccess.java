package io.cybervpn.application.provisioning;

import io.cybervpn.application.subscription.SubscriptionSync;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Has the access of a subscription brought to its panel again: what is parked or waits for its next
 * try is due at once, and what is there is compared once more. What the panel is at work on is
 * asked for anyway.
 */
@Singleton
final class SyncAccess implements SubscriptionSync {
    private final Accesses accesses;
    private final Clock clock;

    @Inject
    SyncAccess(Accesses accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<String>> sync(SubscriptionId subscription) {
        return accesses.lock(new AccessId(subscription.value()))
                .chain(
                        found ->
                                found.map(access -> due(access, clock.instant()))
                                        .orElseGet(SyncAccess::none));
    }

    private static Uni<Optional<String>> none() {
        return Uni.createFrom().item(Optional.of("access_not_found"));
    }

    private Uni<Optional<String>> due(Access access, Instant now) {
        return switch (access) {
            case Access.Ready ready ->
                    accesses.recheck(Set.of(ready.desire().id()), now)
                            .replaceWith(Optional.empty());
            case Access.Parked parked -> save(parked.retry(now), now);
            case Access.Failing failing -> save(failing.hurry(now), now);
            case Access.Waiting _, Access.Removed _ -> Uni.createFrom().item(Optional.empty());
            case Access.Pending pending ->
                    save(new Access.Pending(pending.desire(), pending.sight(), now), now);
        };
    }

    private Uni<Optional<String>> save(Access.Pending due, Instant now) {
        return accesses.save(due, now).replaceWith(Optional.empty());
    }
}
