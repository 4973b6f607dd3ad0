package io.cybervpn.sandbox.oidc;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What every provider serves: discovery, the page, the token endpoint, the keys. */
final class OidcRoutes {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int MEGABYTE = 1024 * 1024;

    private final Parts parts;
    private final OidcIssuer issuer;

    /** What it works with. */
    record Parts(Clients clients, Codes codes, Tokens tokens, String url) {}

    OidcRoutes(Parts parts, OidcIssuer issuer) {
        this.parts = parts;
        this.issuer = issuer;
    }

    /** Adds them all. */
    void add(SandboxServer server) {
        server.on(GET, DISCOVERY, call -> Answer.json(200, discovery()));
        server.on(GET, "/liar" + DISCOVERY, call -> Answer.json(200, discovery()));
        server.on(GET, OidcIssuer.APPLE_PATH + DISCOVERY, call -> Answer.json(200, apple()));
        server.on(GET, "/.well-known/jwks.json", call -> keys());
        server.on(GET, "/authorize", this::authorize);
        server.on(POST, "/authorize", this::consent);
        server.on(POST, "/token", this::token);
        server.otherwise(call -> Answer.json(404, OidcIssuer.error("not_found")));
    }

    /** The liar's document is this one too: it says that it is another issuer. */
    private JsonObject discovery() {
        JsonArray methods = new JsonArray().add("client_secret_basic").add("client_secret_post");
        return new JsonObject()
                .put("issuer", parts.url())
                .put("authorization_endpoint", parts.url() + "/authorize")
                .put("token_endpoint", parts.url() + "/token")
                .put("jwks_uri", parts.url() + "/.well-known/jwks.json")
                .put("response_types_supported", new JsonArray().add("code"))
                .put("code_challenge_methods_supported", new JsonArray().add("S256"))
                .put("token_endpoint_auth_methods_supported", methods)
                .put("authorization_response_iss_parameter_supported", true);
    }

    /** Takes secrets in forms only, and does not say who it is on the way back. */
    private JsonObject apple() {
        return discovery()
                .put("issuer", parts.url() + OidcIssuer.APPLE_PATH)
                .put(
                        "token_endpoint_auth_methods_supported",
                        new JsonArray().add("client_secret_post"))
                .put("authorization_response_iss_parameter_supported", false);
    }

    private Answer keys() {
        JsonArray published = new JsonArray();
        issuer.keys().forEach(key -> published.add(key.published()));
        return Answer.json(200, new JsonObject().put("keys", published));
    }

    private Answer authorize(Call call) {
        Map<String, String> asked = call.fields();
        boolean sound =
                asked.getOrDefault("response_type", "").equals("code")
                        && asked.getOrDefault("code_challenge_method", "").equals("S256")
                        && asked.getOrDefault("scope", "").contains("openid")
                        && asked.containsKey("redirect_uri");
        if (!sound) {
            return Answer.json(400, OidcIssuer.error("invalid_request"));
        }
        return issuer.consented()
                .map(person -> sendBack(person, asked))
                .orElseGet(() -> ConsentPage.of(asked));
    }

    private Answer consent(Call call) {
        Map<String, String> asked = call.fields();
        String email = asked.getOrDefault("person_email", "");
        return sendBack(
                Person.of(
                        UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)).toString(),
                        email),
                asked);
    }

    private Answer sendBack(Person person, Map<String, String> asked) {
        Map<String, String> back = new LinkedHashMap<>();
        back.put("code", parts.codes().give(new Codes.Grant(person, asked)));
        back.put("state", asked.getOrDefault("state", ""));
        if (asked.getOrDefault("response_mode", "").equals("form_post")) {
            back.put("user", "{\"name\":{\"firstName\":\"Ivan\",\"lastName\":\"Petrov\"}}");
            return ConsentPage.form(asked.getOrDefault("redirect_uri", ""), back);
        }
        back.put("iss", parts.url());
        String query =
                back.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return new Answer(
                302, Map.of("location", asked.get("redirect_uri") + "?" + query), Buffer.buffer());
    }

    private Answer token(Call call) {
        Map<String, String> form = call.fields();
        Optional<Codes.Grant> grant = parts.codes().take(form.getOrDefault("code", ""));
        Optional<String> client = parts.clients().of(call);
        if (client.isEmpty()) {
            return Answer.json(401, OidcIssuer.error("invalid_client"));
        }
        return grant.filter(found -> isSame(found, client.get(), form))
                .map(found -> tokens(found, client.get()))
                .orElseGet(() -> Answer.json(400, OidcIssuer.error("invalid_grant")));
    }

    private static boolean isSame(Codes.Grant grant, String client, Map<String, String> form) {
        return form.getOrDefault("grant_type", "").equals("authorization_code")
                && grant.asked("client_id").equals(client)
                && grant.asked("redirect_uri").equals(form.getOrDefault("redirect_uri", ""))
                && grant.asked("code_challenge")
                        .equals(challenge(form.getOrDefault("code_verifier", "")));
    }

    private Answer tokens(Codes.Grant grant, String client) {
        Optional<Lie> lie = issuer.takeLie();
        JsonObject answer =
                new JsonObject()
                        .put("access_token", "worth-nothing-here")
                        .put("token_type", "Bearer")
                        .put("expires_in", 600);
        Tokens.Wish wish =
                new Tokens.Wish(
                        grant.person(),
                        issuerOf(client),
                        client,
                        OidcIssuer.CLIENT_SECRET,
                        grant.asked("nonce"));
        if (!lie.equals(Optional.of(Lie.NO_TOKEN))) {
            answer.put("id_token", parts.tokens().token(wish, issuer.keys().getLast(), lie));
        }
        if (lie.equals(Optional.of(Lie.ENDLESS_ANSWER))) {
            answer.put("padding", "x".repeat(MEGABYTE));
        }
        return Answer.json(200, answer);
    }

    private String issuerOf(String client) {
        return client.equals(OidcIssuer.APPLE_CLIENT_ID)
                ? parts.url() + OidcIssuer.APPLE_PATH
                : parts.url();
    }

    private static String challenge(String verifier) {
        try {
            return SigningKey.base64(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
