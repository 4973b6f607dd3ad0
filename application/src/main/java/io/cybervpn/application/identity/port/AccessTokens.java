package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Signs the short-lived tokens that requests carry. Pure computation, no I/O. */
public interface AccessTokens {
    /**
     * What a token says: who, as what, in which session, from when until when (exclusive).
     *
     * @param provenAt when the second factor was last shown in this session; empty: never
     */
    record Grant(
            AccountId account,
            AccountKind kind,
            SessionId session,
            Optional<Instant> provenAt,
            Instant issuedAt,
            Instant expiresAt) {}

    /** The signed token. */
    String issue(Grant grant);
}
