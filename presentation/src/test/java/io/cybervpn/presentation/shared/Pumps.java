package io.cybervpn.presentation.shared;

import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.ScheduleClock;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Stops all that the shop does by itself, so that a test has its tables to itself. */
@Singleton
public class Pumps {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject Scheduler scheduler;
    @Inject Clockwork clockwork;
    @Inject ScheduleClock clock;

    /** Ends when nothing is under way any more: a paused scheduler lets its last steps go on. */
    public void rest() {
        scheduler.pause();
        await().atMost(PATIENCE).until(() -> clock.rests() && clockwork.rests());
    }

    /** All goes on. */
    public void work() {
        scheduler.resume();
    }
}
