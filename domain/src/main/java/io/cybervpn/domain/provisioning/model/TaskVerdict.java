package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.identity.AccountId;

/** Whether somebody may go on with a task. */
public sealed interface TaskVerdict {
    /** He may. */
    record Free() implements TaskVerdict {}

    /** It is over; see its state. */
    record Closed() implements TaskVerdict {}

    /** Another has taken it. */
    record TakenByOther(AccountId assignee) implements TaskVerdict {}

    /** What is wanted changed since he looked. */
    record Stale(long current) implements TaskVerdict {}
}
