package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;

/**
 * Applies the stored messages of one sender. Runs in the unit of work that marks the message as
 * dealt with.
 */
public interface InboxHandler {
    /**
     * What was done.
     *
     * @param note for staff; never secret, never personal
     */
    record Applied(Inbox.Outcome outcome, String note) {}

    /** Whether messages of this source are its business. */
    boolean handles(String source);

    /** Applies a message. Idempotent; a failure rolls back and is tried again later. */
    Uni<Applied> apply(Inbox.Message message);
}
