package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.RefreshToken;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.model.TokenHash;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where sessions and the hashes of their tokens are kept. Works in the open unit of work. */
public interface Sessions {
    /** A session and the one of its tokens that was asked for. */
    record Held(Session session, RefreshToken token) {}

    /** Stores a new session with its first token. */
    Uni<Void> add(Session.Live session, Client client, RefreshToken.Fresh first);

    /**
     * Finds a session by one of its tokens and keeps others from changing it until the unit of work
     * ends; empty when nobody was ever given such a token, or so long ago that it is forgotten.
     */
    Uni<Optional<Held>> lock(TokenHash token);

    /** Stores that a token was used, from where, and what was given out for it. */
    Uni<Void> renew(
            Session.Live session, Client client, RefreshToken.Used used, RefreshToken.Fresh next);

    /** Stores the end of a session. Repeatable. */
    Uni<Void> end(Session.Ended session);

    /**
     * Forgets sessions and tokens that expired before {@code before}, at most {@code limit} of
     * each.
     *
     * @return how many rows are gone
     */
    Uni<Integer> forget(Instant before, int limit);
}
