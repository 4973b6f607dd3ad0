package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/**
 * Tasks of which staff are to be told by a mail, for the first time as new or as overdue.
 *
 * @param fresh that nobody took yet
 * @param overdue that are open for long
 */
public record StaffTasksToTell(List<TaskId> fresh, List<TaskId> overdue, Instant at)
        implements DomainEvent {
    /** Copies the lists. */
    public StaffTasksToTell {
        fresh = List.copyOf(fresh);
        overdue = List.copyOf(overdue);
    }
}
