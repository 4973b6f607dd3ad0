package io.cybervpn.application.provisioning.manual;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.TaskState;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.model.StaffTask;
import io.cybervpn.domain.provisioning.repository.StaffTasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task as staff see it.
 *
 * @param version of the wish; given back when it is closed
 * @param account for whom it is done
 * @param place where it is done
 * @param service what there is now; empty when nothing is known of it
 * @param assignee who took it
 * @param closing set when it is not open any more
 */
public record TaskView(
        TaskId id,
        TaskKind kind,
        TaskState state,
        long version,
        AccessId access,
        AccountId account,
        Place place,
        Wanted wish,
        Optional<There> service,
        Instant openedAt,
        Optional<AccountId> assignee,
        Optional<Closed> closing) {
    /**
     * A panel that is kept by hand.
     *
     * @param name empty if it is not known here
     * @param instructions what its settings say of the server groups that are wanted
     */
    public record Place(PanelId panel, String name, List<String> instructions) {
        /** Copies the list. */
        public Place {
            instructions = List.copyOf(instructions);
        }
    }

    /** What is wanted in the end, or what was made. */
    public record Wanted(boolean enabled, Instant expireAt, Entitlement entitlement) {
        private static Wanted of(AccessSpec spec) {
            return new Wanted(spec.enabled(), spec.expireAt(), spec.entitlement());
        }
    }

    /**
     * What there is, as staff said last.
     *
     * @param made as what; empty while it is absent
     * @param text that the customer sees, as login and address
     * @param secretSet whether he sees a secret too
     */
    public record There(
            ServicePresence presence,
            Instant since,
            Optional<Wanted> made,
            String text,
            String login,
            String address,
            boolean secretSet) {
        private static There of(ManualService service) {
            return new There(
                    service.presence(),
                    service.since(),
                    service.made().map(Wanted::of),
                    service.handover().text(),
                    service.handover().login(),
                    service.handover().address(),
                    service.handover().secret().isPresent());
        }

        /** Leaves what was handed over out. */
        @Override
        public String toString() {
            return "There[" + presence + "]";
        }
    }

    /**
     * How it came to its end.
     *
     * @param by empty for the shop itself or an API key
     * @param reason why it cannot be done; empty otherwise
     */
    public record Closed(Instant at, Optional<AccountId> by, String reason) {
        private static Closed of(StaffTask.Closing how) {
            return new Closed(how.at(), how.by(), how.reason());
        }
    }

    static TaskView of(StaffTasks.Listed listed, Place place, Optional<ManualService> service) {
        StaffTask task = listed.task();
        return new TaskView(
                task.id(),
                task.kind(),
                task.state(),
                task.version(),
                task.access(),
                listed.account(),
                place,
                Wanted.of(task.wish()),
                service.map(There::of),
                task.openedAt(),
                task.assignee(),
                task.closing().map(Closed::of));
    }
}
