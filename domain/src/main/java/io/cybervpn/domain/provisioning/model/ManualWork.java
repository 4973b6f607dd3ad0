package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What staff have to be asked, so that what they said is what is wanted. A task that nobody took is
 * withdrawn when it is not wanted any more; one that somebody took becomes another for the same
 * person, since nobody but him knows how far he is. Pure.
 *
 * @param service as staff say it is
 * @param open what they are asked now
 */
public record ManualWork(ManualService service, Optional<StaffTask> open) {
    /** What comes of a wish. */
    public sealed interface Step {
        /**
         * Nothing is left to do.
         *
         * @param withdrawn what staff need not do any more
         */
        record Agreed(ManualService service, Optional<StaffTask> withdrawn) implements Step {}

        /**
         * Staff are asked.
         *
         * @param isNew whether it is another task than the one that is open
         */
        record Asked(ManualService service, StaffTask task, boolean isNew) implements Step {}

        /** Staff have said that it cannot be done. */
        record Refused(String reason) implements Step {}
    }

    /**
     * How a question would be asked.
     *
     * @param next the id of a new task
     * @param keep for how long what was stopped is kept before it is to be removed
     */
    public record Asking(TaskId next, Instant now, Duration keep) {}

    /** The access should be so. */
    public Step bring(AccessSpec wish, Asking how) {
        return service.lacks(wish, how.now(), how.keep())
                .or(this::unsettled)
                .map(kind -> ask(kind, wish, how, service.leaving(false)))
                .orElseGet(() -> new Step.Agreed(service.agree(wish), withdrawn(how.now())));
    }

    private Optional<TaskKind> unsettled() {
        return open.filter(StaffTask::isTaken).map(_ -> service.settling());
    }

    /** There should be nothing here: the access lives elsewhere. */
    public Step remove(Asking how) {
        return service.made()
                .or(() -> open.filter(StaffTask::isTaken).map(StaffTask::wish))
                .map(spec -> ask(TaskKind.REMOVE, spec, how, service.leaving(true)))
                .orElseGet(() -> new Step.Agreed(service.leaving(true), withdrawn(how.now())));
    }

    private Step ask(TaskKind kind, AccessSpec wish, Asking how, ManualService changed) {
        if (open.isEmpty()) {
            return service.refusal()
                    .filter(refusal -> refusal.isOf(kind, wish))
                    .<Step>map(refusal -> new Step.Refused(refusal.reason()))
                    .orElseGet(() -> asked(kind, wish, how, changed));
        }
        return new Step.Asked(changed, open.get().revised(kind, wish), false);
    }

    private static Step asked(TaskKind kind, AccessSpec wish, Asking how, ManualService changed) {
        return new Step.Asked(
                changed, StaffTask.opened(how.next(), changed, kind, wish, how.now()), true);
    }

    private Optional<StaffTask> withdrawn(Instant now) {
        return open.map(task -> task.withdrawn(now));
    }
}
