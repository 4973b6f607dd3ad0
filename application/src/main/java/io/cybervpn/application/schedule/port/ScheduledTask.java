package io.cybervpn.application.schedule.port;

import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Work that the clock starts. One instance runs it at a time; one that hung may wake up beside its
 * successor, so what it does must bear to be done twice at once.
 */
public interface ScheduledTask {
    /** Its name, for ever the same. */
    TaskName task();

    /** How often; empty on an instance that leaves it to others. */
    Optional<Rhythm> rhythm();

    /**
     * Does all that is due, in steps of bounded size. A failure is told to staff, and the task is
     * tried again soon.
     *
     * @return how many things were done or found, 0 for none
     */
    Uni<Long> run();

    /**
     * Another instance ran it last, perhaps before this one was started.
     *
     * @param done what {@link #run} answered there
     */
    default void ranElsewhere(long done) {}
}
