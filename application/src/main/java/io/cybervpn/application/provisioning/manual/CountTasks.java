package io.cybervpn.application.provisioning.manual;

import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** What waits for staff, for the watch over it. Asks nobody who he is. */
@Singleton
public final class CountTasks {
    private final StaffTasks tasks;
    private final Clock clock;

    @Inject
    CountTasks(StaffTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * What waits.
     *
     * @param oldestAge of the oldest; zero when nothing waits
     */
    public record Result(long open, Duration oldestAge) {}

    /** Counts. */
    public Uni<Result> execute() {
        return tasks.backlog()
                .map(
                        backlog ->
                                new Result(
                                        backlog.open(),
                                        backlog.oldest()
                                                .map(at -> Duration.between(at, clock.instant()))
                                                .orElse(Duration.ZERO)));
    }
}
