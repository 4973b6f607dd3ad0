package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.RelayOutbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Relays the outbox: every second, and at once when somebody nudges it, batch after batch until
 * nothing is due, so that what follows from an event follows without a pause. One relay per
 * instance at a time.
 */
@Singleton
final class OutboxPump {
    private static final Logger LOG = Logger.getLogger(OutboxPump.class);
    private static final int BATCH = 64;

    private static final RelayOutbox.Result NOTHING = new RelayOutbox.Result(0, 0);

    private final RelayOutbox relayOutbox;
    private final Clockwork clockwork;

    /** Nudges since the running relay began; 0 when none runs. */
    private final AtomicInteger nudges = new AtomicInteger();

    @Inject
    OutboxPump(RelayOutbox relayOutbox, Clockwork clockwork) {
        this.relayOutbox = relayOutbox;
        this.clockwork = clockwork;
    }

    /** Says that something was appended. Returns at once. */
    void nudge() {
        if (nudges.getAndIncrement() == 0) {
            relay();
        }
    }

    @Scheduled(
            every = "${cybervpn.outbox.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    void tick() {
        nudge();
    }

    private void relay() {
        int seen = nudges.get();
        clockwork
                .step(() -> relayOutbox.execute(new RelayOutbox.Command(BATCH)), NOTHING)
                .subscribe()
                .with(result -> goOn(seen, result), this::stop);
    }

    private void goOn(int seen, RelayOutbox.Result result) {
        if (result.delivered() > 0 || !nudges.compareAndSet(seen, 0)) {
            relay();
        }
    }

    private void stop(Throwable failure) {
        nudges.set(0);
        LOG.warnf("the outbox cannot be relayed now: %s", failure);
    }
}
