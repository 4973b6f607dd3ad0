package io.cybervpn.infrastructure.identity.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * What an access token must be: of the type {@code at+jwt}, signed by one of the shop's keys with
 * just that key's algorithm, of this shop, for its customers or its staff, not expired, and of a
 * session. The library does the checks; that it was asked is remembered for a while, since a client
 * that asks often need not be verified each time. Only what a signature cannot change its mind
 * about is remembered: that a token has not ended is looked at each time, and which endpoints it is
 * for and whether its session has ended are not decided here.
 */
@Alternative
@Priority(1)
@Singleton
final class VerifiedTokens extends JWTCallerPrincipalFactory {
    /** About 5 MB. */
    private static final int REMEMBERED_MAX = 2_000;

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);
    private static final int CLOCK_SKEW_SECONDS = 5;

    /** As in the library: a token lives by the machine's clock. */
    private final Clock clock = Clock.systemUTC();

    private final JwtKeys keys;
    private final JwtConsumer rules;

    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_MAX)
                    .expireAfterWrite(REMEMBERED_FOR)
                    .build();

    @Inject
    VerifiedTokens(JwtKeys keys) {
        this.keys = keys;
        this.rules = rules();
    }

    private JwtConsumer rules() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT,
                                AlgorithmIdentifiers.HMAC_SHA256,
                                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(this::keyOf)
                .setExpectedType(true, JwtAccessTokens.TYPE)
                .setExpectedIssuer(true, JwtAccessTokens.ISSUER)
                .setExpectedAudience(true, JwtAccessTokens.CUSTOMERS, JwtAccessTokens.STAFF)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }

    /** A key is good for its own algorithm only, or a public key might pass for a secret. */
    private Key keyOf(JsonWebSignature token, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        JwtKey key = find(token);
        if (!key.algorithm().getAlgorithm().equals(token.getAlgorithmHeaderValue())) {
            throw new UnresolvableKeyException("the key is not for this algorithm");
        }
        return key.verifying();
    }

    private JwtKey find(JsonWebSignature token) throws UnresolvableKeyException {
        String id = token.getKeyIdHeaderValue();
        if (id == null) {
            throw new UnresolvableKeyException("the token names no key");
        }
        return keys.find(id)
                .orElseThrow(() -> new UnresolvableKeyException("the token's key is not known"));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings)
            throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && isAlive(known)) {
            return known;
        }
        JWTCallerPrincipal principal = verify(token);
        verified.put(token, principal);
        return principal;
    }

    private JWTCallerPrincipal verify(String token) throws ParseException {
        try {
            JwtClaims claims = rules.processToClaims(token);
            claims.setStringClaim(Claims.raw_token.name(), token);
            return new DefaultJWTCallerPrincipal(claims);
        } catch (InvalidJwtException refusal) {
            throw new ParseException("the access token is not good", refusal);
        }
    }

    private boolean isAlive(JWTCallerPrincipal principal) {
        return clock.instant().getEpochSecond() - CLOCK_SKEW_SECONDS
                < principal.getExpirationTime();
    }
}
