package io.cybervpn.application.live.port;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * How many sockets accounts have in all instances together. Those of an instance that died count no
 * more a minute later. Never fails: while the others cannot be asked, each instance goes by its own
 * sockets alone. That lets some more in than there should be, for as long; the other way would cut
 * everybody off from his news because of a counter.
 */
public interface AccountSockets {
    /**
     * Counts a socket that this instance opened. If there are more than the limit, the oldest of
     * them are told to go by {@link Feed.Heard.Replaced}, in whichever instance they are.
     * Repeatable: it counts as opened at the last call.
     *
     * @param max 1 or more
     */
    Uni<Void> enter(AccountId account, UUID socket, int max);

    /** One that is closed counts no more. Repeatable. */
    Uni<Void> leave(AccountId account, UUID socket);

    /**
     * Says that this instance lives; to be called every {@code 20 s} at least.
     *
     * @return false when the others had forgotten it: all its sockets are to be entered once more
     */
    Uni<Boolean> live();
}
