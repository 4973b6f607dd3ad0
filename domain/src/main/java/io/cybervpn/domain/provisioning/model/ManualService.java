package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What there is of an access on a panel that is kept by hand: nothing but what staff said.
 *
 * @param id for which its secret is sealed
 * @param presence what staff said last
 * @param since when they said it
 * @param made as what they made it; empty while it is absent
 * @param agreed the last wish for which nothing was left to do
 * @param leaving whether it is to be taken away since the access lives elsewhere
 * @param handover what the customer may see
 * @param refusal what staff said cannot be done
 */
public record ManualService(
        UUID id,
        PanelId panel,
        AccessId access,
        ServicePresence presence,
        Instant since,
        Optional<AccessSpec> made,
        Optional<AccessSpec> agreed,
        boolean leaving,
        Handover handover,
        Optional<Refusal> refusal) {

    /** Of an access for which staff have done nothing yet. */
    public static ManualService absent(UUID id, PanelId panel, AccessId access, Instant now) {
        return new ManualService(
                id,
                panel,
                access,
                ServicePresence.ABSENT,
                now,
                Optional.empty(),
                Optional.empty(),
                false,
                Handover.NONE,
                Optional.empty());
    }

    /** What the secret of a service is sealed for. */
    public static String purpose(UUID id) {
        return "manual-service:" + id;
    }

    /**
     * What has to be done for a wish; empty when nothing has to.
     *
     * @param keep for how long what was stopped is kept
     */
    Optional<TaskKind> lacks(AccessSpec wish, Instant now, Duration keep) {
        boolean usable = wish.usableAt(now);
        return switch (presence) {
            case ABSENT -> usable ? Optional.of(TaskKind.CREATE) : Optional.empty();
            case RUNNING -> usable ? lacksOf(wish) : Optional.of(TaskKind.SUSPEND);
            case STOPPED -> usable ? Optional.of(TaskKind.RESUME) : lacksAfter(keep, now);
        };
    }

    /** A renewal alone asks nobody: its end is kept by us. */
    private Optional<TaskKind> lacksOf(AccessSpec wish) {
        return made.filter(spec -> spec.entitlement().equals(wish.entitlement())).isPresent()
                ? Optional.empty()
                : Optional.of(TaskKind.CHANGE);
    }

    private Optional<TaskKind> lacksAfter(Duration keep, Instant now) {
        return since.plus(keep).isAfter(now) ? Optional.empty() : Optional.of(TaskKind.REMOVE);
    }

    /** What whoever had begun something is asked to make sure of, when nothing else is wanted. */
    TaskKind settling() {
        return switch (presence) {
            case ABSENT -> TaskKind.REMOVE;
            case RUNNING -> TaskKind.CHANGE;
            case STOPPED -> TaskKind.SUSPEND;
        };
    }

    /** Nothing is left to do for a wish. */
    ManualService agree(AccessSpec wish) {
        return new ManualService(
                id,
                panel,
                access,
                presence,
                since,
                made,
                Optional.of(wish),
                false,
                handover,
                Optional.empty());
    }

    /** It is wanted elsewhere, or here again. */
    ManualService leaving(boolean away) {
        return new ManualService(
                id, panel, access, presence, since, made, agreed, away, handover, refusal);
    }

    /** Staff did a task. */
    public ManualService done(StaffTask task, Handover given, Instant now) {
        return switch (task.kind()) {
            case CREATE, CHANGE, RESUME ->
                    became(
                            ServicePresence.RUNNING,
                            Optional.of(task.wish()),
                            handover.with(given),
                            now);
            case SUSPEND -> became(ServicePresence.STOPPED, made, handover.with(given), now);
            case REMOVE -> became(ServicePresence.ABSENT, Optional.empty(), Handover.NONE, now);
        };
    }

    private ManualService became(
            ServicePresence now, Optional<AccessSpec> as, Handover shown, Instant at) {
        return new ManualService(
                id, panel, access, now, at, as, agreed, leaving, shown, Optional.empty());
    }

    /** Staff said that a task cannot be done. */
    public ManualService refused(StaffTask task, String reason) {
        return new ManualService(
                id,
                panel,
                access,
                presence,
                since,
                made,
                agreed,
                leaving,
                handover,
                Optional.of(new Refusal(task.kind(), task.wish().entitlement(), reason)));
    }
}
