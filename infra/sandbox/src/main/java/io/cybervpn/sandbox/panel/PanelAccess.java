package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Refused;
import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may do what: API tokens with scopes, and the admin's token, which the API takes only from a
 * browser.
 */
final class PanelAccess {

    private final String mainToken;
    private final SandboxClock clock;
    private final Map<String, JsonObject> tokens = new LinkedHashMap<>();
    private final Map<String, String> adminTokens = new LinkedHashMap<>();

    PanelAccess(String mainToken, SandboxClock clock) {
        this.mainToken = mainToken;
        this.clock = clock;
        reset();
    }

    void reset() {
        tokens.clear();
        adminTokens.clear();
        JsonObject main =
                token("sandbox", Duration.ofDays(3650).toDays(), new JsonArray().add("*"));
        tokens.put(mainToken, main);
    }

    private JsonObject token(String name, long days, JsonArray scopes) {
        return new JsonObject()
                .put("uuid", UUID.randomUUID().toString())
                .put("name", name)
                .put("expireAt", SandboxClock.iso(clock.instant().plus(Duration.ofDays(days))))
                .put("scopes", scopes)
                .put("createdAt", clock.now())
                .put("updatedAt", clock.now());
    }

    void check(Call call) {
        String bearer = bearer(call).orElseThrow(PanelAccess::unauthorized);
        if (adminTokens.containsKey(bearer)) {
            checkBrowser(call);
            return;
        }
        JsonObject token =
                Optional.ofNullable(tokens.get(bearer)).orElseThrow(PanelAccess::unauthorized);
        if (token.getString("expireAt").compareTo(clock.now()) <= 0) {
            throw unauthorized();
        }
        if (!allows(token.getJsonArray("scopes"), call)) {
            throw forbidden("Forbidden resource");
        }
    }

    void checkAdmin(Call call) {
        String bearer = bearer(call).orElseThrow(PanelAccess::unauthorized);
        if (tokens.containsKey(bearer)) {
            throw PanelError.E000.refusal();
        }
        if (!adminTokens.containsKey(bearer)) {
            throw unauthorized();
        }
        checkBrowser(call);
    }

    private static void checkBrowser(Call call) {
        if (!call.header("X-Remnawave-Client-Type").equals(Optional.of("browser"))) {
            throw forbidden(
                    "For API requests you must create own API-token in the admin dashboard.");
        }
    }

    private static Optional<String> bearer(Call call) {
        return call.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
    }

    private static boolean allows(JsonArray scopes, Call call) {
        String resource = resource(call.path());
        String kind = call.method().equals(HttpMethod.GET) ? "read" : "write";
        return scopes.contains("*")
                || scopes.contains(resource + ":*")
                || scopes.contains(resource + ":" + kind)
                || endpointScopes(resource, call).stream().anyMatch(scopes::contains);
    }

    /** The catalogue's own names for single operations, such as users:create. */
    private static List<String> endpointScopes(String resource, Call call) {
        JsonObject catalogue = StaticAnswers.of("/api/tokens/scopes");
        return Infrastructure.list(catalogue.getJsonArray("resources")).stream()
                .filter(known -> known.getString("resource").equals(resource))
                .flatMap(known -> Infrastructure.list(known.getJsonArray("endpoints")).stream())
                .filter(endpoint -> endpoint.getString("method").equals(call.method().name()))
                .filter(endpoint -> call.path().matches(pattern(endpoint.getString("path"))))
                .map(endpoint -> endpoint.getString("key"))
                .toList();
    }

    private static String pattern(String path) {
        return path.replaceAll("\\{[^}]+}", "[^/]+");
    }

    private static String resource(String path) {
        String name = path.split("/", -1)[2];
        return name.equals("hwid") ? "hwid-user-devices" : name;
    }

    String login() {
        String token = "eyJ.sandbox-admin." + UUID.randomUUID();
        adminTokens.put(token, "admin");
        return token;
    }

    /** Takes the admin's token from outside, for tests that replay a recorded one. */
    void acceptAdmin(String token) {
        adminTokens.put(token, "admin");
    }

    /** Keeps an API token; the answer to its creation is the only one that shows it. */
    JsonObject create(String text, JsonObject wish) {
        JsonObject created =
                token(
                        wish.getString("name"),
                        wish.getLong("expiresInDays"),
                        Optional.ofNullable(wish.getJsonArray("scopes"))
                                .orElseGet(() -> new JsonArray().add("*")));
        tokens.put(text, created);
        return created.copy().put("token", text);
    }

    Optional<JsonObject> delete(String uuid) {
        Optional<String> text =
                tokens.entrySet().stream()
                        .filter(entry -> entry.getValue().getString("uuid").equals(uuid))
                        .map(Map.Entry::getKey)
                        .findFirst();
        return text.map(tokens::remove);
    }

    JsonArray list() {
        JsonArray list = new JsonArray();
        tokens.values().forEach(token -> list.add(token.copy()));
        return list;
    }

    private static Refused unauthorized() {
        return new Refused(PanelRouter.framework(401, "Unauthorized", Optional.empty()));
    }

    private static Refused forbidden(String message) {
        return new Refused(PanelRouter.framework(403, message, Optional.of("Forbidden")));
    }
}
