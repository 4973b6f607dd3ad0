package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.StaffTasksToTell;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Gathers the tasks of which staff are to be told: each once as new and once as overdue, all of a
 * round in one mail. Any number of instances may do so at once. Nothing is taken while nobody is to
 * be written to.
 */
@Singleton
public final class TellOfTasks {
    /** Of either kind; what is more comes with the next mail. */
    private static final int MOST = 200;

    private final UnitOfWork unitOfWork;
    private final StaffTasks tasks;
    private final Outbox outbox;
    private final TaskMailSettings settings;
    private final Clock clock;

    @Inject
    TellOfTasks(
            UnitOfWork unitOfWork,
            StaffTasks tasks,
            Outbox outbox,
            TaskMailSettings settings,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.tasks = tasks;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was gathered.
     *
     * @param tasks how many are told of
     */
    public record Result(long tasks) {}

    /** Gathers a round. */
    public Uni<Result> execute() {
        return settings.to().isEmpty()
                ? Uni.createFrom().item(new Result(0))
                : unitOfWork.run(this::gather);
    }

    private Uni<Result> gather() {
        Instant now = clock.instant();
        return tasks.takeOverdue(now.minus(settings.overdueAfter()), now, MOST)
                .chain(overdue -> tasks.takeFresh(now, MOST).chain(fresh -> tell(fresh, overdue)));
    }

    private Uni<Result> tell(List<TaskId> fresh, List<TaskId> overdue) {
        Result told = new Result((long) fresh.size() + overdue.size());
        return told.tasks() == 0
                ? Uni.createFrom().item(told)
                : outbox.append(new StaffTasksToTell(fresh, overdue, clock.instant()))
                        .replaceWith(told);
    }
}
