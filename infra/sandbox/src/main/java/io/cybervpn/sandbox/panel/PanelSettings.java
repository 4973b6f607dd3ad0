package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The subscription settings: remarks, headers, the HWID feature, and the rules that pick a format.
 */
final class PanelSettings {

    private final PanelVersion version;
    private final SandboxClock clock;
    private JsonObject settings = new JsonObject();

    PanelSettings(PanelVersion version, SandboxClock clock) {
        this.version = version;
        this.clock = clock;
        reset();
    }

    void reset() {
        settings = Resources.json(version.isThree() ? "settings-v3.json" : "settings-v2.json");
        settings.put("createdAt", clock.now()).put("updatedAt", clock.now());
    }

    JsonObject view() {
        return settings.copy();
    }

    /** Known fields replace what is there, whole. */
    JsonObject patch(JsonObject wish) {
        wish.fieldNames().stream()
                .filter(settings::containsKey)
                .forEach(field -> settings.put(field, wish.getValue(field)));
        settings.put("updatedAt", clock.now());
        return view();
    }

    List<String> remarks(String kind) {
        return settings.getJsonObject("customRemarks").getJsonArray(kind).stream()
                .map(Object::toString)
                .toList();
    }

    boolean hwidEnabled() {
        return settings.getJsonObject("hwidSettings").getBoolean("enabled");
    }

    /** How many devices this user may have; empty: any number. */
    Optional<Integer> deviceLimit(JsonObject user) {
        Integer own = user.getInteger("hwidDeviceLimit");
        int limit =
                own == null
                        ? settings.getJsonObject("hwidSettings").getInteger("fallbackDeviceLimit")
                        : own;
        return limit == 0 ? Optional.empty() : Optional.of(limit);
    }

    Optional<String> tooManyDevices() {
        return Optional.ofNullable(
                settings.getJsonObject("hwidSettings").getString("maxDevicesAnnounce"));
    }

    /** The headers that do not depend on the user's state. */
    Map<String, String> headers(String subscriptionUrl) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (version.isThree()) {
            settings.getJsonObject("customResponseHeaders")
                    .forEach(
                            entry ->
                                    headers.put(
                                            entry.getKey(),
                                            fill(entry.getValue().toString(), subscriptionUrl)));
        } else {
            headers.put("support-url", settings.getString("supportLink"));
            headers.put(
                    "profile-title", "base64:" + Links.base64(settings.getString("profileTitle")));
            headers.put(
                    "profile-update-interval",
                    settings.getInteger("profileUpdateInterval").toString());
            headers.put("profile-web-page-url", subscriptionUrl);
        }
        return headers;
    }

    private static String fill(String value, String subscriptionUrl) {
        String encode = "rwEncodeBase64:";
        return value.startsWith(encode)
                ? "base64:" + Links.base64(value.substring(encode.length()))
                : value.replace("{{SUBSCRIPTION_URL}}", subscriptionUrl);
    }

    /** The first rule that matches the request's headers: its name and the type of its answer. */
    JsonObject rule(Function<String, Optional<String>> header) {
        JsonArray rules = settings.getJsonObject("responseRules").getJsonArray("rules");
        return Infrastructure.list(rules).stream()
                .filter(rule -> rule.getBoolean("enabled"))
                .filter(rule -> matches(rule, header))
                .findFirst()
                .orElseGet(() -> new JsonObject().put("responseType", "BLOCK"));
    }

    private static boolean matches(JsonObject rule, Function<String, Optional<String>> header) {
        return Infrastructure.list(rule.getJsonArray("conditions")).stream()
                .allMatch(
                        condition ->
                                header.apply(condition.getString("headerName"))
                                        .filter(value -> matches(condition, value))
                                        .isPresent());
    }

    private static boolean matches(JsonObject condition, String actual) {
        boolean exactCase = condition.getBoolean("caseSensitive");
        String wanted = condition.getString("value");
        if (condition.getString("operator").equals("REGEX")) {
            return Pattern.compile(wanted, exactCase ? 0 : Pattern.CASE_INSENSITIVE)
                    .matcher(actual)
                    .find();
        }
        return exactCase
                ? actual.contains(wanted)
                : actual.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
