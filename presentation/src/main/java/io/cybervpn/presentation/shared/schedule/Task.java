package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A task that is nothing but a call, for a context that has several of them.
 *
 * @param work answers how many things were done
 */
public record Task(TaskName task, Optional<Rhythm> rhythm, Supplier<Uni<Long>> work)
        implements ScheduledTask {
    @Override
    public Uni<Long> run() {
        return work.get();
    }
}
