package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.provisioning.manual.TaskDesk.Held;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.model.TaskVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Staff say that a task cannot be done. The access is parked with the reason, until something else
 * is wanted or staff have it tried again, which asks anew. Needs {@link Permission#TASKS_WRITE};
 * audited. Whoever repeats it is answered as the first time.
 */
@Singleton
public final class RejectTask {
    private final TaskDesk desk;

    @Inject
    RejectTask(TaskDesk desk) {
        this.desk = desk;
    }

    /**
     * Which cannot be done.
     *
     * @param version of the task that was looked at
     * @param reason for other staff, 3 to 500 characters
     */
    public record Command(Actor actor, TaskId task, long version, String reason) {}

    /** Notes it. */
    public Uni<TaskAnswer> execute(Command command) {
        return desk.with(command.actor(), command.task(), held -> reject(command, held));
    }

    private Uni<TaskAnswer> reject(Command command, Held held) {
        StaffTask task = held.task();
        var me = command.actor().account();
        if (task.wasClosed(TaskState.REJECTED, me, command.version())) {
            return TaskAnswer.of(new TaskAnswer.Done());
        }
        return switch (task.verdict(me, command.version())) {
            case TaskVerdict.Free() -> close(command, held);
            case TaskVerdict other -> TaskAnswer.of(TaskDesk.refusal(other, task));
        };
    }

    private Uni<TaskAnswer> close(Command command, Held held) {
        StaffTask task = held.task();
        StaffTask.Closing how =
                new StaffTask.Closing(desk.now(), command.actor().account(), command.reason());
        return desk.became(held, held.service().refused(task, command.reason()))
                .chain(
                        () ->
                                desk.save(
                                        task.closed(TaskState.REJECTED, how),
                                        TaskDesk.entry(command.actor(), "reject", task)
                                                .because(command.reason())));
    }
}
