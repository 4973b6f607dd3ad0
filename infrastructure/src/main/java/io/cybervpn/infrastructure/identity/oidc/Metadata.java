package io.cybervpn.infrastructure.identity.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a provider says of itself (OpenID Connect Discovery).
 *
 * @param authMethods how it lets clients show their secret
 * @param namesItself whether it says who it is on the way back (RFC 9207)
 */
record Metadata(
        String authorizationEndpoint,
        String tokenEndpoint,
        String jwksUri,
        List<String> authMethods,
        boolean namesItself) {
    private static final List<String> USUAL_METHODS = List.of("client_secret_basic");

    /** Reads it; fails if it is another's, or sends us where nobody may listen. */
    static Metadata of(JsonNode json, String issuer) {
        if (!json.path("issuer").asText("").equals(issuer)) {
            throw new ProviderUnavailable(issuer + " says that it is another issuer");
        }
        List<String> methods =
                StreamSupport.stream(
                                json.path("token_endpoint_auth_methods_supported").spliterator(),
                                false)
                        .map(JsonNode::asText)
                        .toList();
        return new Metadata(
                endpoint(json, "authorization_endpoint", issuer),
                endpoint(json, "token_endpoint", issuer),
                endpoint(json, "jwks_uri", issuer),
                methods.isEmpty() ? USUAL_METHODS : methods,
                json.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    /** An issuer over HTTPS has no endpoint without it. */
    private static String endpoint(JsonNode json, String name, String issuer) {
        String url = json.path(name).asText("");
        if (!isSafe(url, issuer)) {
            throw new ProviderUnavailable(issuer + " has no good " + name);
        }
        return url;
    }

    private static boolean isSafe(String url, String issuer) {
        try {
            URI uri = URI.create(url);
            boolean plain = "http".equals(uri.getScheme()) && issuer.startsWith("http:");
            return uri.getHost() != null && (plain || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
