package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.provisioning.manual.TaskDesk.Held;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.TaskVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes a task, so that no other does it too. Needs {@link Permission#TASKS_WRITE}; audited.
 * Repeatable. An API key is nobody and takes none.
 */
@Singleton
public final class TakeTask {
    private final TaskDesk desk;

    @Inject
    TakeTask(TaskDesk desk) {
        this.desk = desk;
    }

    /** Who takes which. */
    public record Command(Actor actor, TaskId task) {}

    /** Takes it. */
    public Uni<TaskAnswer> execute(Command command) {
        return command.actor()
                .account()
                .map(me -> desk.with(command.actor(), command.task(), take(command.actor(), me)))
                .orElseGet(() -> TaskAnswer.of(new TaskAnswer.Forbidden()));
    }

    private Function<Held, Uni<TaskAnswer>> take(Actor actor, AccountId me) {
        return held ->
                switch (held.task().verdict(Optional.of(me))) {
                    case TaskVerdict.Free() when held.task().assignee().isPresent() ->
                            TaskAnswer.of(new TaskAnswer.Done());
                    case TaskVerdict.Free() ->
                            desk.save(
                                    held.task().assigned(Optional.of(me)),
                                    TaskDesk.entry(actor, "take", held.task()));
                    case TaskVerdict other -> TaskAnswer.of(TaskDesk.refusal(other, held.task()));
                };
    }
}
