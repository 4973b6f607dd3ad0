package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.AccessTokens;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.RefreshToken;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.model.SessionLife;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives out tokens. */
@Singleton
final class TokenDesk {
    /** How long an access token is good (R230). */
    static final Duration ACCESS_LIFE = Duration.ofMinutes(15);

    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final RefreshSecrets secrets;
    private final SecurityTrail trail;
    private final SessionLives lives;
    private final Ids ids;
    private final Clock clock;

    @Inject
    TokenDesk(
            Sessions sessions,
            AccessTokens accessTokens,
            RefreshSecrets secrets,
            SecurityTrail trail,
            SessionLives lives,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.secrets = secrets;
        this.trail = trail;
        this.lives = lives;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a session, in the open unit of work, and gives out its first tokens. */
    Uni<TokenPair> open(Account account, Client client) {
        return open(account, client, Optional.empty());
    }

    /** The same for somebody who has just shown his second factor. */
    Uni<TokenPair> openProven(Account account, Client client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return open(account, client, Optional.of(now));
    }

    private Uni<TokenPair> open(Account account, Client client, Optional<Instant> provenAt) {
        Instant now = clock.instant();
        String secret = secrets.next();
        Session.Live session =
                new Session.Live(new SessionId(ids.next()), account.id(), now, provenAt);
        Instant end = lifeOf(account).tokenEnd(now, now);
        return sessions.add(session, client, RefreshToken.issue(hash(secret), now, end))
                .chain(() -> trail.loggedIn(account, session.id()))
                .replaceWith(() -> pair(account, session, secret));
    }

    /** How long a session of the account lasts. */
    SessionLife lifeOf(Account account) {
        return lives.of(account.kind());
    }

    /** A new secret that is nobody's yet. */
    String newSecret() {
        return secrets.next();
    }

    /** The tokens of an account's session whose refresh secret is stored. */
    TokenPair pair(Account account, Session.Live session, String refreshSecret) {
        AccessPass pass = pass(account, session);
        Instant now = clock.instant();
        Instant end = lifeOf(account).tokenEnd(session.startedAt(), now);
        return new TokenPair(
                pass.access(), pass.accessLife(), refreshSecret, Duration.between(now, end));
    }

    /** An access token alone, for a session as it is. */
    AccessPass pass(Account account, Session.Live session) {
        Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = endOfAccess(issuedAt, lifeOf(account).endOf(session.startedAt()));
        AccessTokens.Grant grant =
                new AccessTokens.Grant(
                        account.id(),
                        account.kind(),
                        session.id(),
                        session.provenAt(),
                        issuedAt,
                        end);
        return new AccessPass(accessTokens.issue(grant), Duration.between(issuedAt, end));
    }

    private static Instant endOfAccess(Instant issuedAt, Instant sessionEnd) {
        Instant end = issuedAt.plus(ACCESS_LIFE);
        return end.isBefore(sessionEnd) ? end : sessionEnd;
    }

    /** What is kept of a refresh secret. */
    static TokenHash hash(String secret) {
        return TokenHash.of(secret);
    }
}
