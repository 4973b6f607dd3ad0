package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Remembers the first answer to a keyed write, so that a repeated call gets it again. */
public interface IdempotencyKeys {
    /**
     * A call that began this long ago and has no answer died with its process. Longer than a live
     * one takes: its one remote call gives up after 12 s. Should one live on all the same, both do
     * what is safe to repeat.
     */
    Duration DEAD_AFTER = Duration.ofSeconds(20);

    /**
     * A keyed call.
     *
     * @param scope who calls what, such as {@code account-id POST /orders}: keys of different
     *     scopes never meet
     * @param key the client's key, 1 to 255 characters
     * @param requestHash lower-case hex SHA-256 of the request body
     */
    record Call(String scope, String key, String requestHash) {}

    /** What is known of a call. */
    sealed interface Standing {
        /** Ours to do; it was not begun before, or its doer is dead. */
        record Begun() implements Standing {}

        /** Done before, with this answer. */
        record Done(int status, String body) implements Standing {}

        /** The key was used with another body. */
        record Reused() implements Standing {}

        /** Somebody is doing it now. */
        record InProgress() implements Standing {}
    }

    /**
     * Begins a call, in a transaction of its own, by a unique key: of many at once exactly one has
     * begun.
     */
    Uni<Standing> begin(Call call, Instant now);

    /** Stores the answer. Repeatable. */
    Uni<Void> complete(Call call, int status, String body, Instant now);

    /**
     * Forgets a call that changed nothing (refused or failed), so that the key may be used again.
     */
    Uni<Void> forget(Call call);
}
