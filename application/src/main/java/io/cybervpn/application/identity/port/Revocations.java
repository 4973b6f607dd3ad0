package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * The list of sessions whose access tokens are good no more, shared by all instances and asked with
 * every request. It may be away, and it may come back without what it knew: the truth is in the
 * store of sessions. An instance remembers by itself what it denied or saw denied.
 */
public interface Revocations {
    /** How long a session stays on the list: no access token of it lives longer. */
    Duration KEPT = Duration.ofMinutes(16);

    /** What the list says of a session. */
    enum Answer {
        /** It is not on the list, and the list is whole. */
        GOOD,
        /** It is on the list. */
        DENIED,
        /** The list is away or not whole: ask the store of sessions. */
        UNKNOWN
    }

    /** Asks. Never fails; gives up after a fraction of a second. */
    Uni<Answer> ask(SessionId session);

    /**
     * Puts sessions on the list. Repeatable. This instance knows of it in any case; fails when the
     * others cannot hear of it now.
     */
    Uni<Void> deny(List<SessionId> sessions);

    /** Whether the list has lost nothing. Fails when it is away. */
    Uni<Boolean> isWhole();

    /**
     * Says that the list is whole again, after everything that it ought to know was put on it.
     * Repeatable.
     */
    Uni<Void> declareWhole();
}
