package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import java.time.Instant;

/** Signs the short-lived tokens that requests carry. Pure computation, no I/O. */
public interface AccessTokens {
    /** What a token says: who, as what, from when until when (exclusive). */
    record Grant(AccountId account, AccountKind kind, Instant issuedAt, Instant expiresAt) {}

    /** The signed token. */
    String issue(Grant grant);
}
