package io.cybervpn.presentation.shared.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Remembers the tokens that the library has verified, so that a client that asks often is verified
 * once: the library's reader takes two buffers of 32 KB for each part of each token, most of what a
 * read allocated. Only what a signature cannot change its mind about is remembered; that a token
 * has not ended is looked at each time, and whether it was revoked is not decided here.
 */
@Alternative
@Priority(1)
@Singleton
final class VerifiedTokens extends DefaultJWTCallerPrincipalFactory {
    /** About 5 MB. */
    private static final int REMEMBERED_MAX = 2_000;

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    /** As in the library: a token lives by the machine's clock. */
    private final Clock clock = Clock.systemUTC();

    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_MAX)
                    .expireAfterWrite(REMEMBERED_FOR)
                    .build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && isAlive(known, rules)) {
            return known;
        }
        JWTCallerPrincipal principal = super.parse(token, rules);
        verified.put(token, principal);
        return principal;
    }

    private boolean isAlive(JWTCallerPrincipal principal, JWTAuthContextInfo rules) {
        return clock.instant().getEpochSecond() - rules.getClockSkew()
                < principal.getExpirationTime();
    }
}
