package io.cybervpn.infrastructure.identity.oidc;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * How the shop shows a provider who it is: by a secret in a header, or in the form where the
 * provider knows no other way, or by nothing but the proof key of the journey. Apple's secret is a
 * token that our key there signs, made anew each time.
 */
final class ClientAuth {
    private static final int SECRET_LIFE_SECONDS = 300;

    private ClientAuth() {}

    /** What goes with a request to the token endpoint. */
    record Shown(Map<String, String> headers, Map<String, String> fields) {
        @Override
        public String toString() {
            return "Shown[hidden]";
        }
    }

    static Shown show(OidcProvider provider, Metadata metadata, Instant now) {
        String id = provider.settings().clientId();
        Optional<String> secret =
                provider.key()
                        .map(pem -> signed(provider, pem, now))
                        .or(() -> provider.settings().clientSecret())
                        .filter(text -> !text.isBlank());
        if (secret.isEmpty()) {
            return new Shown(Map.of(), Map.of("client_id", id));
        }
        return metadata.authMethods().contains("client_secret_basic")
                ? new Shown(Map.of("Authorization", basic(id, secret.get())), Map.of())
                : new Shown(Map.of(), Map.of("client_id", id, "client_secret", secret.get()));
    }

    private static String basic(String id, String secret) {
        String pair = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(OidcProvider provider, String pem, Instant now) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(needed(provider.settings().teamId(), provider, "team-id"));
        claims.setSubject(provider.settings().clientId());
        claims.setAudience(provider.issuer());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(now.getEpochSecond() + SECRET_LIFE_SECONDS));
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            token.setKeyIdHeaderValue(needed(provider.settings().keyId(), provider, "key-id"));
            token.setKey(key(pem));
            token.setPayload(claims.toJson());
            return token.getCompactSerialization();
        } catch (JoseException | GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "cybervpn.oidc.%s.private-key signs nothing".formatted(provider.name()),
                    failure);
        }
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        // In a variable a line break may be written as two characters.
        return KeyUtils.decodePrivateKey(pem.replace("\\n", "\n"), SignatureAlgorithm.ES256);
    }

    private static String needed(Optional<String> value, OidcProvider provider, String name) {
        return value.orElseThrow(
                () ->
                        new IllegalStateException(
                                "cybervpn.oidc.%s.%s is not set".formatted(provider.name(), name)));
    }

    /** A form, in any order. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
