package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.DrainInbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the inbox drained: a stored push nudges it, and a tick finds what a crash left behind. At
 * most {@link #WORKERS_MAX} messages are applied at once, so a burst of pushes cannot take every
 * connection of the pool.
 */
@Singleton
public final class InboxPump {
    private static final Logger LOG = Logger.getLogger(InboxPump.class);
    private static final int WORKERS_MAX = 8;

    /**
     * Longer than any statement may take; a worker that hangs all the same must not be one less for
     * ever.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DrainInbox drainInbox;
    private final OutboxPump outboxPump;
    private final Clockwork clockwork;
    private final boolean relays;
    private final AtomicInteger workers = new AtomicInteger();

    @Inject
    InboxPump(
            DrainInbox drainInbox,
            OutboxPump outboxPump,
            Clockwork clockwork,
            @ConfigProperty(name = "cybervpn.outbox.every", defaultValue = "1s")
                    String relayEvery) {
        this.drainInbox = drainInbox;
        this.outboxPump = outboxPump;
        this.clockwork = clockwork;
        this.relays = !relayEvery.equals("off");
    }

    /** Says that something was stored. Returns at once. */
    public void nudge() {
        if (workers.incrementAndGet() > WORKERS_MAX) {
            workers.decrementAndGet();
            return;
        }
        work();
    }

    @Scheduled(
            every = "${cybervpn.inbox.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        nudge();
    }

    private void work() {
        clockwork
                .step(drainInbox::execute, new DrainInbox.Result.Idle())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(this::goOn, this::stop);
    }

    private void goOn(DrainInbox.Result result) {
        switch (result) {
            case DrainInbox.Result.Idle _ -> workers.decrementAndGet();
            case DrainInbox.Result.Settled _ -> {
                relayWhatFollows();
                work();
            }
            case DrainInbox.Result.Failed _ -> work();
        }
    }

    /** An instance that is told not to relay leaves it to the others. */
    private void relayWhatFollows() {
        if (relays) {
            outboxPump.nudge();
        }
    }

    private void stop(Throwable failure) {
        workers.decrementAndGet();
        LOG.warnf("the inbox cannot be drained now: %s", failure);
    }
}
