package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.provisioning.manual.TaskDesk.Held;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.Handover;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.model.TaskVerdict;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Staff say that a task is done, and what the customer may see. Needs {@link
 * Permission#TASKS_WRITE}; audited without what was handed over. Whoever repeats it with the same
 * version is answered as the first time, and changes nothing.
 */
@Singleton
public final class CompleteTask {
    private final TaskDesk desk;
    private final SecretBox box;

    @Inject
    CompleteTask(TaskDesk desk, SecretBox box) {
        this.desk = desk;
        this.box = box;
    }

    /**
     * Which is done.
     *
     * @param version of the task that was done
     */
    public record Command(Actor actor, TaskId task, long version, Given given) {}

    /**
     * What the customer may see; what is empty stays as it was.
     *
     * @param text up to 4000 characters
     * @param login up to 200 characters
     * @param address up to 500 characters
     * @param secret up to 1000 characters
     */
    public record Given(String text, String login, String address, Optional<String> secret) {
        /** Leaves everything out. */
        @Override
        public String toString() {
            return "Given";
        }
    }

    /** Notes it. */
    public Uni<TaskAnswer> execute(Command command) {
        return desk.with(command.actor(), command.task(), held -> complete(command, held));
    }

    private Uni<TaskAnswer> complete(Command command, Held held) {
        StaffTask task = held.task();
        var me = command.actor().account();
        if (task.wasClosed(TaskState.DONE, me, command.version())) {
            return TaskAnswer.of(new TaskAnswer.Done());
        }
        return switch (task.verdict(me, command.version())) {
            case TaskVerdict.Free() -> close(command, held);
            case TaskVerdict other -> TaskAnswer.of(TaskDesk.refusal(other, task));
        };
    }

    private Uni<TaskAnswer> close(Command command, Held held) {
        StaffTask task = held.task();
        ManualService service = held.service();
        Handover given = locked(service, command.given());
        StaffTask done =
                task.closed(
                        TaskState.DONE,
                        new StaffTask.Closing(desk.now(), command.actor().account(), ""));
        AuditTrail.Entry entry =
                TaskDesk.entry(command.actor(), "complete", task)
                        .with(Changes.created(Map.of("kind", task.kind().code())));
        return desk.became(held, service.done(task, given, desk.now()))
                .chain(() -> desk.save(done, entry));
    }

    private Handover locked(ManualService service, Given given) {
        return new Handover(
                given.text(),
                given.login(),
                given.address(),
                given.secret()
                        .map(
                                secret ->
                                        box.seal(
                                                secret.getBytes(StandardCharsets.UTF_8),
                                                ManualService.purpose(service.id()))));
    }
}
