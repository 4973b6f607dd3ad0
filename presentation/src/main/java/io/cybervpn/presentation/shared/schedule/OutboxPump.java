package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.RelayOutbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Relays the outbox every half second, batch after batch until nothing is due: an event's followers
 * go out at once.
 */
@Singleton
final class OutboxPump {
    private static final Logger LOG = Logger.getLogger(OutboxPump.class);
    private static final int BATCH = 64;

    private final RelayOutbox relayOutbox;

    @Inject
    OutboxPump(RelayOutbox relayOutbox) {
        this.relayOutbox = relayOutbox;
    }

    @Scheduled(
            every = "${cybervpn.outbox.every:0.5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return relayUntilEmpty().onFailure().recoverWithUni(OutboxPump::tell);
    }

    private Uni<Void> relayUntilEmpty() {
        return relayOutbox
                .execute(new RelayOutbox.Command(BATCH))
                .chain(
                        result ->
                                result.delivered() == 0
                                        ? Uni.createFrom().voidItem()
                                        : relayUntilEmpty());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the outbox cannot be relayed now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
