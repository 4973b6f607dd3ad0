package io.cybervpn.application.schedule;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.repository.Schedules;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Runs a task now, holds it back, or lets it go again, by staff with {@link
 * Permission#SYSTEM_WRITE}. Repeatable.
 */
@Singleton
public final class SteerSchedule {
    private final UnitOfWork unitOfWork;
    private final Schedules schedules;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    SteerSchedule(UnitOfWork unitOfWork, Schedules schedules, AuditTrail audit, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.schedules = schedules;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is wished. */
    public enum Wish {
        /** Run it as soon as an instance finds it, also one that is held back. */
        RUN_NOW("schedule.run_now"),
        /** Do not start it until it is resumed. */
        PAUSE("schedule.pause"),
        /** Start it again by its rhythm; what was missed is made up for once. */
        RESUME("schedule.resume");

        private final String deed;

        Wish(String deed) {
            this.deed = deed;
        }
    }

    /**
     * Which task.
     *
     * @param task as staff call it
     */
    public record Command(Actor actor, String task, Wish wish) {}

    /** What came of it. */
    public enum Result {
        /** So it is. */
        DONE,
        /** It runs at this moment. */
        RUNS,
        /** There is no such task. */
        NO_SUCH_TASK,
        /** The actor may not. */
        FORBIDDEN
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.SYSTEM_WRITE)) {
            return Uni.createFrom().item(Result.FORBIDDEN);
        }
        return TaskName.find(command.task())
                .map(task -> steer(task, command))
                .orElseGet(() -> Uni.createFrom().item(Result.NO_SUCH_TASK));
    }

    private Uni<Result> steer(TaskName task, Command command) {
        return unitOfWork.run(
                () ->
                        steer(task, command.wish(), clock.instant())
                                .chain(came -> record(came, command)));
    }

    private Uni<Schedules.Wished> steer(TaskName task, Wish wish, Instant now) {
        return switch (wish) {
            case RUN_NOW -> schedules.ask(task, now);
            case PAUSE -> schedules.pause(task, true, now);
            case RESUME -> schedules.pause(task, false, now);
        };
    }

    private Uni<Result> record(Schedules.Wished came, Command command) {
        return switch (came) {
            case DONE ->
                    audit.append(
                                    AuditTrail.Entry.of(
                                            command.actor(),
                                            command.wish().deed,
                                            "task",
                                            command.task()))
                            .replaceWith(Result.DONE);
            case RUNS -> Uni.createFrom().item(Result.RUNS);
            case UNKNOWN -> Uni.createFrom().item(Result.NO_SUCH_TASK);
        };
    }
}
