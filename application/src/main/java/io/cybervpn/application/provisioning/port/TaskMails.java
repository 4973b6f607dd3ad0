package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.TaskId;
import io.cybervpn.domain.provisioning.TaskKind;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Writes to staff about what they are to do by hand. */
public interface TaskMails {
    /**
     * A task, without anything of the customer's.
     *
     * @param panel its name
     */
    record Line(TaskId id, TaskKind kind, String panel, Instant openedAt) {}

    /**
     * What is told.
     *
     * @param fresh tasks that are new
     * @param overdue tasks that wait for long
     */
    record Digest(List<Line> fresh, List<Line> overdue) {
        /** Copies the lists. */
        public Digest {
            fresh = List.copyOf(fresh);
            overdue = List.copyOf(overdue);
        }

        /** Whether there is nothing to tell. */
        public boolean isEmpty() {
            return fresh.isEmpty() && overdue.isEmpty();
        }
    }

    /**
     * Sends one mail to all of these. Not repeatable: two calls are two mails. Gives up after 10 s;
     * a failure means that it may not have been sent. Never call it in a unit of work.
     *
     * @param to one address or more
     * @param locale a language tag; English where it is not known
     */
    Uni<Void> send(List<String> to, String locale, Digest digest);
}
