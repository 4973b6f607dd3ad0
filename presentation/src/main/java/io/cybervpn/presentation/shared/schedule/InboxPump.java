package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.DrainInbox;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final DrainInbox drainInbox;
    private final AtomicInteger workers = new AtomicInteger();

    @Inject
    InboxPump(DrainInbox drainInbox) {
        this.drainInbox = drainInbox;
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
        drainInbox.execute().subscribe().with(this::goOn, this::stop);
    }

    private void goOn(DrainInbox.Result result) {
        switch (result) {
            case DrainInbox.Result.Idle _ -> workers.decrementAndGet();
            case DrainInbox.Result.Settled _, DrainInbox.Result.Failed _ -> work();
        }
    }

    private void stop(Throwable failure) {
        workers.decrementAndGet();
        LOG.warnf("the inbox cannot be drained now: %s", failure);
    }
}
