package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.DrainInbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the inbox drained: a stored push nudges it, and a tick finds what a crash left behind. A
 * burst is applied in batches, at most {@link #WORKERS_MAX} at once, so it cannot take every
 * connection of the pool.
 */
@Singleton
public final class InboxPump {
    private static final Logger LOG = Logger.getLogger(InboxPump.class);
    private static final int WORKERS_MAX = 2;
    private static final DrainInbox.Command BATCH = new DrainInbox.Command(64);

    private final DrainInbox drainInbox;
    private final OutboxPump outboxPump;
    private final Clockwork clockwork;
    private final boolean works;
    private final boolean relays;
    private final AtomicInteger workers = new AtomicInteger();
    private final AtomicBoolean nudged = new AtomicBoolean();

    @Inject
    InboxPump(
            DrainInbox drainInbox,
            OutboxPump outboxPump,
            Clockwork clockwork,
            Roles roles,
            @ConfigProperty(name = "cybervpn.outbox.every", defaultValue = "1s")
                    String relayEvery) {
        this.drainInbox = drainInbox;
        this.outboxPump = outboxPump;
        this.clockwork = clockwork;
        this.works = roles.has(Roles.Role.WORKER);
        this.relays = !relayEvery.equals("off");
    }

    /** Says that something was stored. Returns at once; workers elsewhere find it by themselves. */
    public void nudge() {
        nudged.set(true);
        startIfNudged();
    }

    /** A worker that ends looks here, since it may not have seen what was stored last. */
    private void startIfNudged() {
        if (!works || !nudged.get()) {
            return;
        }
        if (workers.incrementAndGet() > WORKERS_MAX) {
            workers.decrementAndGet();
            return;
        }
        nudged.set(false);
        work();
    }

    @Scheduled(
            every = "${cybervpn.inbox.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    void tick() {
        nudge();
    }

    private void work() {
        clockwork
                .step(() -> drainInbox.execute(BATCH), DrainInbox.Result.IDLE)
                .subscribe()
                .with(this::goOn, this::stop);
    }

    private void goOn(DrainInbox.Result result) {
        if (result.idle()) {
            workers.decrementAndGet();
            startIfNudged();
            return;
        }
        if (result.settled() > 0) {
            relayWhatFollows();
        }
        work();
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
