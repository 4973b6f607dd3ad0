package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Leaving;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.model.TaskVerdict;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds a task with all that hangs on it, so that two members of staff at once are one after the
 * other: the access first, then what there is of it, then the task.
 */
@Singleton
final class TaskDesk {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Leavings leavings;
    private final ManualServices services;
    private final StaffTasks tasks;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    TaskDesk(
            UnitOfWork unitOfWork,
            Accesses accesses,
            Leavings leavings,
            ManualServices services,
            StaffTasks tasks,
            AuditTrail audit,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.leavings = leavings;
        this.services = services;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of it. */
    record Held(Access access, ManualService service, StaffTask task) {}

    /** Does something with a held task in one unit of work. */
    Uni<TaskAnswer> with(Actor actor, TaskId id, Function<Held, Uni<TaskAnswer>> deed) {
        return actor.may(Permission.TASKS_WRITE)
                ? unitOfWork.run(
                        () ->
                                tasks.find(id)
                                        .chain(this::hold)
                                        .chain(
                                                held ->
                                                        held.map(deed)
                                                                .orElseGet(TaskDesk::noSuchTask)))
                : TaskAnswer.of(new TaskAnswer.Forbidden());
    }

    private static Uni<TaskAnswer> noSuchTask() {
        return TaskAnswer.of(new TaskAnswer.NoSuchTask());
    }

    private Uni<Optional<Held>> hold(Optional<StaffTasks.Listed> found) {
        return found.map(listed -> hold(listed.task()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Held>> hold(StaffTask seen) {
        return accesses.lock(seen.access())
                .chain(
                        access ->
                                services.hold(blank(seen))
                                        .chain(service -> hold(access, service, seen)));
    }

    /** A service that was removed is as good as one that was never made. */
    private ManualService blank(StaffTask task) {
        return ManualService.absent(
                task.id().value(), task.panel(), task.access(), clock.instant());
    }

    private Uni<Optional<Held>> hold(
            Optional<Access> access, ManualService service, StaffTask seen) {
        return tasks.lock(seen.id())
                .map(task -> access.flatMap(it -> task.map(t -> new Held(it, service, t))));
    }

    /** What a verdict is to staff, unless they may go on. */
    static TaskAnswer refusal(TaskVerdict verdict, StaffTask task) {
        return switch (verdict) {
            case TaskVerdict.Free() -> new TaskAnswer.Done();
            case TaskVerdict.Closed() -> new TaskAnswer.Closed(task.state());
            case TaskVerdict.TakenByOther(var other) -> new TaskAnswer.TakenByOther(other);
            case TaskVerdict.Stale(var current) -> new TaskAnswer.Stale(current);
        };
    }

    /** Stores a task and who did it. */
    Uni<TaskAnswer> save(StaffTask task, AuditTrail.Entry entry) {
        return tasks.save(task).chain(() -> audit.append(entry)).replaceWith(new TaskAnswer.Done());
    }

    /** Stores what there is now, and has whoever waits for it look at once. */
    Uni<Void> became(Held held, ManualService service) {
        Instant now = clock.instant();
        return services.save(service)
                .chain(
                        () ->
                                service.leaving()
                                        ? leavings.postpone(
                                                new Leaving(service.access(), service.panel(), 0),
                                                0,
                                                now)
                                        : hasten(held.access(), now));
    }

    private Uni<Void> hasten(Access access, Instant now) {
        return switch (access) {
            case Access.Parked parked -> accesses.save(parked.retry(now), now);
            case Access.Pending _,
                    Access.Ready _,
                    Access.Failing _,
                    Access.Waiting _,
                    Access.Removed _ ->
                    accesses.release(access.desire().id(), now);
        };
    }

    /** An entry of the audit trail about a task. */
    static AuditTrail.Entry entry(Actor actor, String verb, StaffTask task) {
        return AuditTrail.Entry.of(
                actor, "provisioning." + verb + "_task", "staff_task", task.id().value());
    }

    Instant now() {
        return clock.instant();
    }
}
