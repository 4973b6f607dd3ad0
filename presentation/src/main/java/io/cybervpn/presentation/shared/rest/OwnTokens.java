package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import org.jose4j.jwt.JwtClaims;

/**
 * Reads the tokens that this shop signs in the form in which it signs them, and leaves every other
 * one to the library, which accepts or refuses it by {@link TokenVerification}. The library's
 * reader builds a parser with two buffers of 32 KB for each part of each token: that was most of
 * what a request allocated. What is accepted here is a part of what the library accepts.
 */
@Alternative
@Priority(1)
@Singleton
final class OwnTokens extends DefaultJWTCallerPrincipalFactory {
    /** Any other header, above all another {@code alg}, is not ours. */
    static final String HEADER =
            encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private static final String BEGINNING = HEADER + ".";
    private static final Set<String> CLAIMS =
            Set.of("iss", "aud", "sub", "groups", "iat", "exp", "jti");
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** As in the library: a token lives by the machine's clock. */
    private final Clock clock = Clock.systemUTC();

    private final ObjectMapper json = new ObjectMapper();
    private final JWTAuthContextInfo rules;
    private final Mac keyed;

    @Inject
    OwnTokens(JWTAuthContextInfo rules) throws GeneralSecurityException {
        this.rules = rules;
        this.keyed = Mac.getInstance("HmacSHA256");
        this.keyed.init(rules.getSecretVerificationKey());
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo given) throws ParseException {
        Optional<JwtClaims> own = read(token);
        return own.isPresent()
                ? new DefaultJWTCallerPrincipal(token, "JWT", own.get())
                : super.parse(token, given);
    }

    /** What the token says; empty unless it is ours, whole and alive. */
    Optional<JwtClaims> read(String token) {
        int payload = BEGINNING.length();
        int signature = token.lastIndexOf('.');
        if (signature <= payload || !token.startsWith(BEGINNING) || !isSigned(token, signature)) {
            return Optional.empty();
        }
        return claims(token.substring(payload, signature)).filter(this::isGood).map(OwnTokens::of);
    }

    private boolean isSigned(String token, int dot) {
        byte[] expected =
                encoded(mac().doFinal(token.substring(0, dot).getBytes(StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(
                expected, token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    /** A copy that knows the key: half the price of a new one. */
    private Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Map<String, Object>> claims(String payload) {
        try {
            return Optional.of(json.readValue(Base64.getUrlDecoder().decode(payload), MAP));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean isGood(Map<String, Object> claims) {
        return CLAIMS.containsAll(claims.keySet())
                && rules.getIssuedBy().equals(claims.get("iss"))
                && claims.get("aud") instanceof String audience
                && rules.getExpectedAudience().contains(audience)
                && isAlive(claims)
                && namesSomebody(claims);
    }

    private boolean isAlive(Map<String, Object> claims) {
        return claims.get("iat") instanceof Number
                && claims.get("exp") instanceof Number expiry
                && clock.instant().getEpochSecond() - rules.getClockSkew() < expiry.longValue();
    }

    private static boolean namesSomebody(Map<String, Object> claims) {
        return claims.get("sub") instanceof String
                && claims.get("groups") instanceof List<?> groups
                && groups.stream().allMatch(String.class::isInstance);
    }

    private static JwtClaims of(Map<String, Object> claims) {
        JwtClaims result = new JwtClaims();
        claims.forEach(
                (name, value) ->
                        result.setClaim(
                                name, value instanceof Number number ? number.longValue() : value));
        return result;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
