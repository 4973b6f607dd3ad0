package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes tasks that are one step each. */
@Singleton
public final class Tasks {
    private final Clockwork clockwork;
    private final Rhythms rhythms;

    @Inject
    Tasks(Clockwork clockwork, Rhythms rhythms) {
        this.clockwork = clockwork;
        this.rhythms = rhythms;
    }

    /**
     * One that is due as the configuration says.
     *
     * @param key as for {@link Rhythms#every}
     * @param work answers how many things were done
     */
    public ScheduledTask oneStep(
            String name, String key, Duration period, Supplier<Uni<Integer>> work) {
        return new Task(
                new TaskName(name),
                rhythms.every(key, period),
                () -> clockwork.step(work, 0).map(Integer::longValue));
    }
}
