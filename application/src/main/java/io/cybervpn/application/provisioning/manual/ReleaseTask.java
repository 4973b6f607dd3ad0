package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.provisioning.manual.TaskDesk.Held;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.TaskVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives a task back, one's own or that of somebody who cannot do it himself. Needs {@link
 * Permission#TASKS_WRITE}; audited. Repeatable.
 */
@Singleton
public final class ReleaseTask {
    private final TaskDesk desk;

    @Inject
    ReleaseTask(TaskDesk desk) {
        this.desk = desk;
    }

    /** Who gives which back. */
    public record Command(Actor actor, TaskId task) {}

    /** Gives it back. */
    public Uni<TaskAnswer> execute(Command command) {
        return desk.with(command.actor(), command.task(), held -> release(command, held));
    }

    private Uni<TaskAnswer> release(Command command, Held held) {
        return switch (held.task().verdict(held.task().assignee())) {
            case TaskVerdict.Free() when held.task().assignee().isEmpty() ->
                    TaskAnswer.of(new TaskAnswer.Done());
            case TaskVerdict.Free() ->
                    desk.became(held, held.service())
                            .chain(
                                    () ->
                                            desk.save(
                                                    held.task().assigned(Optional.empty()),
                                                    TaskDesk.entry(
                                                            command.actor(),
                                                            "release",
                                                            held.task())));
            case TaskVerdict other -> TaskAnswer.of(TaskDesk.refusal(other, held.task()));
        };
    }
}
