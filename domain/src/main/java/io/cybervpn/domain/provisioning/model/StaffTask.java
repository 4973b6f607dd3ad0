package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import java.time.Instant;
import java.util.Optional;

/**
 * What staff are asked to do by hand for an access. Of an access and a panel at most one is open.
 *
 * @param wish what is wanted in the end
 * @param version counts what whoever does it has to know, from 1
 * @param assignee who took it
 * @param closing set when it is not open any more
 */
public record StaffTask(
        TaskId id,
        PanelId panel,
        AccessId access,
        TaskKind kind,
        AccessSpec wish,
        long version,
        TaskState state,
        Instant openedAt,
        Optional<AccountId> assignee,
        Optional<Closing> closing) {
    /**
     * How it came to its end.
     *
     * @param by who closed it; empty for the shop itself or an API key
     * @param reason why it cannot be done; empty for the others
     */
    public record Closing(Instant at, Optional<AccountId> by, String reason) {}

    /** A new one. */
    static StaffTask opened(
            TaskId id, ManualService service, TaskKind kind, AccessSpec wish, Instant now) {
        return new StaffTask(
                id,
                service.panel(),
                service.access(),
                kind,
                wish,
                1,
                TaskState.OPEN,
                now,
                Optional.empty(),
                Optional.empty());
    }

    /** Another wish in the place of the one before; a new end alone is none that anybody does. */
    StaffTask revised(TaskKind asked, AccessSpec wanted) {
        boolean same = kind == asked && wish.entitlement().equals(wanted.entitlement());
        return new StaffTask(
                id,
                panel,
                access,
                asked,
                wanted,
                same ? version : version + 1,
                state,
                openedAt,
                assignee,
                closing);
    }

    /** Taken by somebody, or by nobody any more. */
    public StaffTask assigned(Optional<AccountId> to) {
        return new StaffTask(id, panel, access, kind, wish, version, state, openedAt, to, closing);
    }

    /** Closed. */
    public StaffTask closed(TaskState as, Closing how) {
        return new StaffTask(
                id,
                panel,
                access,
                kind,
                wish,
                version,
                as,
                openedAt,
                assignee.or(how::by),
                Optional.of(how));
    }

    StaffTask withdrawn(Instant now) {
        return closed(TaskState.WITHDRAWN, new Closing(now, Optional.empty(), ""));
    }

    /** Whether somebody has begun it, as far as we know. */
    boolean isTaken() {
        return assignee.isPresent();
    }

    /** Whether it is to be done. */
    public boolean isOpen() {
        return state == TaskState.OPEN;
    }

    /** Whether somebody, who perhaps acts in nobody's name, may go on with it. */
    public TaskVerdict verdict(Optional<AccountId> actor) {
        if (!isOpen()) {
            return new TaskVerdict.Closed();
        }
        return assignee.filter(other -> !actor.equals(Optional.of(other)))
                .<TaskVerdict>map(TaskVerdict.TakenByOther::new)
                .orElseGet(TaskVerdict.Free::new);
    }

    /**
     * Whether somebody may close it.
     *
     * @param seen the version that he saw
     */
    public TaskVerdict verdict(Optional<AccountId> actor, long seen) {
        return switch (verdict(actor)) {
            case TaskVerdict.Free() when seen != version -> new TaskVerdict.Stale(version);
            case TaskVerdict other -> other;
        };
    }

    /** Whether this is what somebody has done with it already. */
    public boolean wasClosed(TaskState as, Optional<AccountId> by, long seen) {
        return state == as
                && version == seen
                && closing.filter(how -> how.by().equals(by)).isPresent();
    }
}
