package io.cybervpn.sandbox.oidc;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes ID tokens, true ones and others. */
final class Tokens {

    private static final int LIFE_SECONDS = 600;
    private static final int HOUR_SECONDS = 3600;

    private final SandboxClock clock;
    private final SigningKey foreign = SigningKey.of("nobody-knows-this-one", "RS256");

    Tokens(SandboxClock clock) {
        this.clock = clock;
    }

    /** What a token is made of. */
    record Wish(Person person, String issuer, String clientId, String clientSecret, String nonce) {}

    String token(Wish wish, SigningKey key, Optional<Lie> lie) {
        JsonObject claims = claims(wish);
        lie.ifPresent(it -> twist(claims, it));
        return lie.map(it -> signed(claims, wish, key, it)).orElseGet(() -> signed(claims, key));
    }

    private JsonObject claims(Wish wish) {
        long now = clock.instant().getEpochSecond();
        return wish.person()
                .claims()
                .put("iss", wish.issuer())
                .put("aud", wish.clientId())
                .put("iat", now)
                .put("exp", now + LIFE_SECONDS)
                .put("nonce", wish.nonce());
    }

    private static void twist(JsonObject claims, Lie lie) {
        long now = claims.getLong("iat");
        String client = claims.getString("aud");
        switch (lie) {
            case OTHER_NONCE -> claims.put("nonce", "of another journey");
            case NO_NONCE -> claims.remove("nonce");
            case OTHER_AUDIENCE -> claims.put("aud", "another-client");
            case AUDIENCES_WITHOUT_PARTY ->
                    claims.put("aud", new JsonArray().add(client).add("another-client"));
            case OTHER_PARTY ->
                    claims.put("aud", new JsonArray().add(client).add("another-client"))
                            .put("azp", "another-client");
            case OTHER_ISSUER -> claims.put("iss", "https://issuer.example");
            case EXPIRED -> claims.put("iat", now - HOUR_SECONDS / 10).put("exp", now - 120);
            case ENDLESS -> claims.remove("exp");
            case FROM_THE_FUTURE ->
                    claims.put("iat", now + HOUR_SECONDS).put("exp", now + 2 * HOUR_SECONDS);
            case OLD -> claims.put("iat", now - HOUR_SECONDS);
            case NO_SUBJECT -> claims.remove("sub");
            default -> {}
        }
    }

    private String signed(JsonObject claims, Wish wish, SigningKey key, Lie lie) {
        return switch (lie) {
            case ALG_NONE -> body(header("none", key.id()), claims) + ".";
            case HS256_WITH_PUBLIC_KEY ->
                    keyed(claims, key.id(), key.pair().getPublic().getEncoded());
            case HS256_WITH_CLIENT_SECRET -> keyed(claims, key.id(), bytes(wish.clientSecret()));
            case FOREIGN_KEY -> signed(claims, new SigningKey(key.id(), "RS256", foreign.pair()));
            case UNKNOWN_KEY -> signed(claims, foreign);
            case CHANGED_AFTERWARDS -> changed(signed(claims, key), claims);
            default -> signed(claims, key);
        };
    }

    private static String changed(String token, JsonObject claims) {
        String[] parts = token.split("\\.");
        JsonObject other = claims.copy().put("sub", "somebody else");
        return parts[0] + "." + SigningKey.base64(bytes(other.encode())) + "." + parts[2];
    }

    private static String signed(JsonObject claims, SigningKey key) {
        String body = body(header(key.algorithm(), key.id()), claims);
        return body + "." + SigningKey.base64(key.sign(bytes(body)));
    }

    private static String keyed(JsonObject claims, String id, byte[] secret) {
        try {
            String body = body(header("HS256", id), claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return body + "." + SigningKey.base64(mac.doFinal(bytes(body)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonObject header(String algorithm, String id) {
        return new JsonObject().put("alg", algorithm).put("kid", id);
    }

    private static String body(JsonObject header, JsonObject claims) {
        return SigningKey.base64(bytes(header.encode()))
                + "."
                + SigningKey.base64(bytes(claims.encode()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
