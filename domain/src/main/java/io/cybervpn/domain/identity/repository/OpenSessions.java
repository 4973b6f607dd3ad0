package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Session;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sessions that somebody has open: neither ended nor expired. Works in the open unit of work.
 */
public interface OpenSessions {
    /**
     * One of them as its owner sees it.
     *
     * @param client of its newest login or renewal
     * @param lastUsedAt the newest login or renewal: up to the life of an access token ago
     */
    record Seen(SessionId id, Client client, Instant startedAt, Instant lastUsedAt) {}

    /** Which of an account's sessions. */
    sealed interface Which {
        /** Just this one. */
        record One(SessionId id) implements Which {}

        /** All of them. */
        record All() implements Which {}

        /** All but the one that asks. */
        record Others(SessionId kept) implements Which {}
    }

    /** Those of an account, the newest use first, at most {@code limit}. */
    Uni<List<Seen>> of(AccountId account, Instant now, int limit);

    /** Whether a session is open. */
    Uni<Boolean> has(SessionId session, Instant now);

    /**
     * Ends sessions of an account. Repeatable.
     *
     * @return those that were open until now; never one of another account
     */
    Uni<List<SessionId>> end(AccountId account, Which which, Session.EndReason reason, Instant now);

    /**
     * Notes that the second factor was shown in an open session of an account.
     *
     * @return the session as it is then; empty when it is over or somebody else's
     */
    Uni<Optional<Session.Live>> prove(AccountId account, SessionId session, Instant now);

    /**
     * Notes that its owner showed once more, by his first factor, who he is.
     *
     * @return the session; empty when it is over or somebody else's
     */
    Uni<Optional<Session.Live>> show(AccountId account, SessionId session, Instant now);

    /**
     * When its owner last showed who he is: by the login, by a factor shown again, whichever came
     * last. Empty when the session is over or somebody else's.
     */
    Uni<Optional<Instant>> shownAt(AccountId account, SessionId session, Instant now);

    /** Those that were ended at {@code since} or later, at most {@code limit}. */
    Uni<List<SessionId>> endedSince(Instant since, int limit);
}
