package io.cybervpn.domain.schedule.repository;

import io.cybervpn.domain.schedule.Firing;
import io.cybervpn.domain.schedule.Settlement;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.domain.schedule.model.Lease;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tasks and when they are due. Each call but {@link #ask} and {@link #pause} is whole. */
public interface Schedules {
    /**
     * A task as an instance knows it.
     *
     * @param rhythm for staff
     * @param firstAt when it is due if it was never heard of
     * @param latest one that is due later is due now
     */
    record Known(TaskName task, String rhythm, Instant firstAt, Instant latest) {}

    /** Makes rows for new tasks and notes changed rhythms. Repeatable. */
    Uni<Void> announce(Collection<Known> tasks);

    /**
     * Takes the one of these tasks that waits longest: one that is due and with nobody, or whose
     * holder let its lease end, which is then kept in the history as lost. Whoever takes another
     * one at this moment is not waited for.
     *
     * @param run the id of this try
     */
    Uni<Optional<Firing>> claim(Collection<Known> tasks, UUID run, Lease lease);

    /** Goes on holding. Answers which of these runs are still held. */
    Uni<Set<UUID>> prolong(Collection<UUID> runs, Lease lease);

    /**
     * Ends a firing, and keeps it in the history unless it had nothing to do. Answers whether it
     * was still held; one that was not changes nothing.
     */
    Uni<Boolean> settle(Settlement settlement);

    /** What came of a wish of staff. */
    enum Wished {
        /** So it is. */
        DONE,
        /** It runs at this moment. */
        RUNS,
        /** Nobody ever heard of such a task. */
        UNKNOWN
    }

    /** Makes a task due now, and has its run kept. Only for an open unit of work. */
    Uni<Wished> ask(TaskName task, Instant now);

    /**
     * Holds a task back, or lets it go again; one that runs ends. Repeatable. Only for an open unit
     * of work.
     */
    Uni<Wished> pause(TaskName task, boolean paused, Instant now);

    /** Forgets runs that ended before; answers how many, up to the limit. */
    Uni<Integer> forget(Instant before, int limit);
}
