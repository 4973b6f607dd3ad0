package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What staff are asked to do by hand. Every method but {@link #backlog} works in the open unit of
 * work.
 */
public interface StaffTasks {
    /**
     * Which.
     *
     * @param kinds empty: any
     * @param states empty: any
     * @param unassigned only those that nobody took
     * @param openedBefore only those opened earlier
     */
    record Filter(
            Set<TaskState> states,
            Set<TaskKind> kinds,
            Optional<PanelId> panel,
            Optional<AccountId> assignee,
            boolean unassigned,
            Optional<Instant> openedBefore) {
        /** Copies the sets. */
        public Filter {
            states = Set.copyOf(states);
            kinds = Set.copyOf(kinds);
        }
    }

    /** A task and the account for which it is. */
    record Listed(StaffTask task, AccountId account) {}

    /**
     * What waits for staff.
     *
     * @param open how many are open
     * @param oldest when the oldest of them was opened
     */
    record Backlog(long open, Optional<Instant> oldest) {}

    /** Finds one. */
    Uni<Optional<Listed>> find(TaskId id);

    /** Holds one until the unit of work ends. */
    Uni<Optional<StaffTask>> lock(TaskId id);

    /** The open one of an access on a panel; held until the unit of work ends. */
    Uni<Optional<StaffTask>> lockOpen(PanelId panel, AccessId access);

    /** Stores a new one. Fails if another of its access and panel is open. */
    Uni<Void> add(StaffTask task);

    /** Stores a held one. */
    Uni<Void> save(StaffTask task);

    /**
     * Some of them, in the order in which they were opened.
     *
     * @param after only those beyond this one
     */
    Uni<List<Listed>> list(Filter filter, Optional<TaskId> after, int limit);

    /**
     * Takes open ones that were opened up to a moment and not told of as overdue yet; they are, and
     * as new too, when the unit of work commits. Those that others hold are skipped.
     *
     * @param limit 1 to 1000
     */
    Uni<List<TaskId>> takeOverdue(Instant openedUntil, Instant now, int limit);

    /** Takes open ones that nobody took and that were not told of yet, in the same way. */
    Uni<List<TaskId>> takeFresh(Instant now, int limit);

    /** How many wait, and since when; read without a unit of work. */
    Uni<Backlog> backlog();
}
