package io.cybervpn.sandbox.oidc;

import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Who may redeem codes: one by a secret, and one in Apple's way by a key. */
final class Clients {

    private final KeyPair appleKey;
    private final String issuer;

    Clients(KeyPair appleKey, String issuer) {
        this.appleKey = appleKey;
        this.issuer = issuer;
    }

    /** The client that asks, if it shows that it is the one. */
    Optional<String> of(Call call) {
        Map<String, String> form = call.fields();
        return call.header("Authorization")
                .map(Clients::basic)
                .orElseGet(() -> posted(form))
                .map(pair -> pair[0]);
    }

    private static Optional<String[]> basic(String header) {
        String pair =
                new String(
                        Base64.getDecoder().decode(header.replace("Basic ", "")),
                        StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        String[] parts = {decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1))};
        boolean good =
                parts[0].equals(OidcIssuer.CLIENT_ID) && parts[1].equals(OidcIssuer.CLIENT_SECRET);
        return good ? Optional.of(parts) : Optional.empty();
    }

    private Optional<String[]> posted(Map<String, String> form) {
        String id = form.getOrDefault("client_id", "");
        String secret = form.getOrDefault("client_secret", "");
        boolean good = id.equals(OidcIssuer.APPLE_CLIENT_ID) && isSignedByTheTeam(secret);
        return good ? Optional.of(new String[] {id, secret}) : Optional.empty();
    }

    private boolean isSignedByTheTeam(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        JsonObject claims = new JsonObject(text(parts[1]));
        return isSigned(parts)
                && new JsonObject(text(parts[0])).getString("kid", "").equals(OidcIssuer.APPLE_KEY)
                && claims.getString("iss", "").equals(OidcIssuer.APPLE_TEAM)
                && claims.getString("sub", "").equals(OidcIssuer.APPLE_CLIENT_ID)
                && claims.getString("aud", "").equals(issuer)
                && claims.getLong("exp", 0L) > claims.getLong("iat", 0L);
    }

    private boolean isSigned(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(appleKey.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
