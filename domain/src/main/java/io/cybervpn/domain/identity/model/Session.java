package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import java.time.Instant;
import java.util.Optional;

/** A login and all refresh tokens that descend from it. */
public sealed interface Session {
    /**
     * Tokens of it may be renewed.
     *
     * @param provenAt when the second factor was last shown in it; empty: never
     */
    record Live(SessionId id, AccountId account, Instant startedAt, Optional<Instant> provenAt)
            implements Session {
        /**
         * Decides what a presented token of this session is worth. Pure.
         *
         * @param next the hash of a new secret, for the case that one is given out
         * @param life of sessions like this: no renewal goes beyond its end
         */
        public Renewal renew(
                RefreshToken presented, TokenHash next, SessionLife life, Instant now) {
            if (!now.isBefore(presented.expiresAt()) || !now.isBefore(life.endOf(startedAt))) {
                return new Renewal.Expired();
            }
            RefreshToken.Fresh given = RefreshToken.issue(next, now, life.tokenEnd(startedAt, now));
            return switch (presented) {
                case RefreshToken.Fresh(var hash, var issuedAt, var expiresAt) ->
                        new Renewal.Renewed(
                                new RefreshToken.Used(hash, issuedAt, expiresAt, now), given);
                case RefreshToken.Used used -> again(used, given, now);
            };
        }

        /** The same session, over. */
        public Ended end(EndReason reason, Instant now) {
            return new Ended(id, account, startedAt, now, reason);
        }

        private Renewal again(RefreshToken.Used used, RefreshToken.Fresh given, Instant now) {
            return now.isBefore(used.usedAt().plus(RefreshToken.GRACE))
                    ? new Renewal.Renewed(used, given)
                    : new Renewal.Stolen(end(EndReason.TOKEN_REUSED, now));
        }
    }

    /** No token of it is worth anything. */
    record Ended(
            SessionId id, AccountId account, Instant startedAt, Instant endedAt, EndReason reason)
            implements Session {}

    /** Why a session ended before its time. */
    enum EndReason {
        /** The customer logged out. */
        LOGGED_OUT,
        /** A used token came back after its grace: somebody else has it. */
        TOKEN_REUSED,
        /** The account may not log in any more. */
        ACCOUNT_BLOCKED,
        /** Its owner or staff ended it from elsewhere. */
        REVOKED,
        /** The password is another one; who knew the old one is out. */
        PASSWORD_CHANGED,
        /** The account is gone. */
        ACCOUNT_DELETED
    }

    /** What a presented token is worth. */
    sealed interface Renewal {
        /** A new token in exchange. */
        record Renewed(RefreshToken.Used used, RefreshToken.Fresh next) implements Renewal {}

        /** Nothing: too old. The session is over by itself. */
        record Expired() implements Renewal {}

        /** Nothing, and the whole family ends. */
        record Stolen(Ended session) implements Renewal {}
    }

    /** Its identity. */
    SessionId id();

    /** Who logged in. */
    AccountId account();
}
