package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.renewal.Topic;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Keeps what became of a try. Only for an open unit of work that holds the cycle. */
@Singleton
final class Settled {
    private static final String TOLD = "told:";

    private final Cycles cycles;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Settled(Cycles cycles, Outbox outbox, Clock clock) {
        this.cycles = cycles;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** It is paid. */
    Uni<Void> paid(Cycle cycle, OrderId order, String price) {
        return cycles.save(cycle.paid(order, clock.instant()))
                .chain(() -> tellOnce(cycle, Topic.RENEWED, Map.of("price", price)));
    }

    /** It came to nothing; the customer hears of it once in a period. */
    Uni<Void> failed(Cycle cycle, String reason, DunningPolicy policy) {
        return cycles.save(cycle.failed(reason, policy, clock.instant()))
                .chain(() -> tellOnce(cycle, Topic.CHARGE_FAILED, Map.of("reason", reason)));
    }

    /** Tells something that is told once in a period. */
    Uni<Void> tellOnce(Cycle cycle, Topic topic, Map<String, String> values) {
        return cycles.note(cycle.key(), TOLD + topic.code(), clock.instant())
                .chain(first -> first ? tell(cycle, topic, values) : Uni.createFrom().voidItem());
    }

    /** Tells. */
    Uni<Void> tell(Cycle cycle, Topic topic, Map<String, String> values) {
        return outbox.append(
                new RenewalToTell(
                        cycle.key().subscription(),
                        cycle.account(),
                        cycle.key().end(),
                        topic,
                        values,
                        clock.instant()));
    }

    /** The period is over by other means. */
    Uni<Void> cancelled(Cycle cycle) {
        return cycles.save(cycle.cancelled(clock.instant()));
    }

    /** Whether a subscription still ends where the cycle thinks it does. */
    static boolean isOf(Cycle cycle, SubscriptionSnapshot subscription) {
        return subscription.expireAt().equals(cycle.key().end());
    }
}
