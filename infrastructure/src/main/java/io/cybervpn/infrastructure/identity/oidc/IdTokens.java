package io.cybervpn.infrastructure.identity.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/**
 * What an ID token must be (OpenID Connect Core, 3.1.3.7): signed by a key that its issuer
 * publishes, by one of four asymmetric algorithms, for us, of this issuer, of now and of this
 * journey. A token that is keyed by our secret or by nothing is none: a published key would pass
 * for a secret otherwise.
 */
final class IdTokens {
    private static final String[] ALGORITHMS = {
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.EDDSA
    };
    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final int AGE_SECONDS_MAX = 600;
    private static final int LENGTH_MAX = 16 * 1024;

    private IdTokens() {}

    /**
     * What a token is for.
     *
     * @param clientId who we are at the issuer
     */
    record Expected(String issuer, String clientId, String nonce) {}

    /** The published key that a token names; empty when there is none of that name and kind. */
    static Optional<JsonWebKey> keyOf(String token, List<JsonWebKey> keys) {
        try {
            return token.length() <= LENGTH_MAX
                            && JsonWebStructure.fromCompactSerialization(token)
                                    instanceof JsonWebSignature signed
                    ? Optional.ofNullable(new VerificationJwkSelector().select(signed, keys))
                            .filter(key -> isFor(key, signed))
                    : Optional.empty();
        } catch (JoseException _) {
            return Optional.empty();
        }
    }

    /** A key that says which algorithm it is for is for no other. */
    private static boolean isFor(JsonWebKey key, JsonWebSignature signed) {
        return key.getAlgorithm() == null
                || key.getAlgorithm().equals(signed.getAlgorithmHeaderValue());
    }

    /** What the token says; empty when it is not to be trusted. */
    static Optional<JwtClaims> verify(
            String token, JsonWebKey key, Expected expected, Instant now) {
        try {
            JwtClaims claims = rules(key, expected, now).processToClaims(token);
            return isForUs(claims, expected.clientId()) && isOfJourney(claims, expected.nonce())
                    ? Optional.of(claims)
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }

    private static JwtConsumer rules(JsonWebKey key, Expected expected, Instant now) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS))
                .setVerificationKey(key.getKey())
                .setExpectedIssuer(true, expected.issuer())
                .setExpectedAudience(true, expected.clientId())
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, AGE_SECONDS_MAX)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }

    /** A token for several says whom it was given to, and that must be us. */
    private static boolean isForUs(JwtClaims claims, String clientId)
            throws MalformedClaimException {
        String party = claims.getStringClaimValue("azp");
        return party == null ? claims.getAudience().size() == 1 : party.equals(clientId);
    }

    private static boolean isOfJourney(JwtClaims claims, String nonce)
            throws MalformedClaimException {
        return Optional.ofNullable(claims.getStringClaimValue("nonce"))
                .filter(said -> MessageDigest.isEqual(bytes(said), bytes(nonce)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
