package io.cybervpn.application.shared;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

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

    /**
     * Applies several messages in their order, as {@link #apply} would one after the other; the
     * answers are in the same order. One failure fails all of them. To be overridden where many
     * cost hardly more than one.
     */
    default Uni<List<Applied>> applyAll(List<Inbox.Message> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .onItem()
                .transformToUniAndConcatenate(this::apply)
                .collect()
                .asList();
    }
}
