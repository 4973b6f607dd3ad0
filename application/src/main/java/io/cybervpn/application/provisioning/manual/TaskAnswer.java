package io.cybervpn.application.provisioning.manual;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.TaskState;
import io.smallrye.mutiny.Uni;

/** What comes of what staff do with a task. Whoever repeats it is answered as the first time. */
public sealed interface TaskAnswer {
    /** It is so now, or was already. */
    record Done() implements TaskAnswer {}

    /** It is over, in another way. */
    record Closed(TaskState state) implements TaskAnswer {}

    /** Another has taken it. */
    record TakenByOther(AccountId assignee) implements TaskAnswer {}

    /** What is wanted changed since he looked: to be read again. */
    record Stale(long currentVersion) implements TaskAnswer {}

    /** There is no such task. */
    record NoSuchTask() implements TaskAnswer {}

    /** The actor lacks {@link Permission#TASKS_WRITE}, or is nobody who could take it. */
    record Forbidden() implements TaskAnswer {}

    /** As an answer. */
    static Uni<TaskAnswer> of(TaskAnswer answer) {
        return Uni.createFrom().item(answer);
    }
}
