package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public links: /api/sub/… in the format that the client's headers or the path ask for. */
final class LinkRoutes {

    private static final Map<String, String> TYPES =
            Map.of(
                    "stash", "STASH",
                    "singbox", "SINGBOX",
                    "mihomo", "MIHOMO",
                    "clash", "CLASH",
                    "json", "XRAY_JSON",
                    "v2ray-json", "XRAY_JSON");

    private final UserStore store;
    private final Subscriptions subscriptions;
    private final PanelSettings settings;
    private final Devices devices;
    private final RequestHistory history;
    private final LinkHeaders headers;

    LinkRoutes(UserStore store, Subscriptions subscriptions, Parts parts) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.settings = parts.settings();
        this.devices = parts.devices();
        this.history = parts.history();
        this.headers = parts.headers();
    }

    record Parts(
            PanelSettings settings, Devices devices, RequestHistory history, LinkHeaders headers) {}

    void add(PanelRouter router) {
        router.open(GET, "/api/sub/:short/info", this::info);
        router.open(GET, "/api/sub/:short/:type", this::byPath);
        router.open(GET, "/api/sub/:short", this::byHeaders);
        // What a subscription page behind a proxy serves; subscriptionUrl leads here.
        router.open(GET, "/s/:short", this::byHeaders);
    }

    private Answer info(Call call) {
        JsonObject user =
                store.by("shortUuid", call.param("short")).orElseThrow(PanelError.A025::refusal);
        return PanelRouter.ok(subscriptions.info(user, subscriptions.servers(user)));
    }

    private Answer byPath(Call call) {
        Optional<String> type = Optional.ofNullable(TYPES.get(call.param("type")));
        return type.map(known -> open(call, known, Optional.empty()))
                .orElseGet(LinkRoutes::forbidden);
    }

    private Answer byHeaders(Call call) {
        JsonObject rule = settings.rule(call::header);
        return open(
                call, rule.getString("responseType"), Optional.ofNullable(rule.getString("name")));
    }

    private Answer open(Call call, String type, Optional<String> rule) {
        if (call.header("User-Agent").isEmpty() || type.equals("BLOCK")) {
            return forbidden();
        }
        Optional<JsonObject> user = store.by("shortUuid", call.param("short"));
        return user.map(found -> open(call, found, new Choice(type, rule)))
                .orElseGet(
                        () ->
                                Answer.json(
                                        404,
                                        new JsonObject()
                                                .put("isFound", false)
                                                .put("statusCode", 404)
                                                .put("message", "Resource not found")));
    }

    private record Choice(String type, Optional<String> rule) {}

    private Answer open(Call call, JsonObject user, Choice choice) {
        history.add(user, call, choice.type(), choice.rule());
        if (choice.type().equals("BROWSER")) {
            return Answer.json(200, subscriptions.info(user, subscriptions.servers(user)));
        }
        Map<String, String> answered = new LinkedHashMap<>(headers.of(user));
        List<Links.Server> servers = admitted(call, user, answered);
        Answer answer = Formats.of(choice.type(), servers);
        answered.putAll(answer.headers());
        return new Answer(200, answered, answer.body());
    }

    /** With the HWID feature on only known devices, or new ones within the limit, see servers. */
    private List<Links.Server> admitted(Call call, JsonObject user, Map<String, String> answered) {
        if (!settings.hwidEnabled() || settings.deviceLimit(user).isEmpty()) {
            return subscriptions.servers(user);
        }
        answered.put("x-hwid-active", "true");
        Optional<String> hwid = call.header("X-HWID").filter(value -> value.matches(".{10,64}"));
        if (hwid.isEmpty()) {
            answered.put("x-hwid-not-supported", "true");
            answered.put("x-hwid-limit", "true");
            return subscriptions.placeholders("HWIDNotSupported");
        }
        boolean known = devices.find(user, hwid.get()).isPresent();
        if (!known && devices.isFull(user)) {
            settings.tooManyDevices()
                    .ifPresent(text -> answered.put("announce", "base64:" + Links.base64(text)));
            answered.put("x-hwid-max-devices-reached", "true");
            answered.put("x-hwid-limit", "true");
            return subscriptions.placeholders("HWIDMaxDevicesExceeded");
        }
        if (!known) {
            devices.add(user, hwid.get(), details(call));
        }
        return subscriptions.servers(user);
    }

    private static JsonObject details(Call call) {
        return new JsonObject()
                .put("platform", call.header("X-Device-OS").orElse(null))
                .put("osVersion", call.header("X-Ver-OS").orElse(null))
                .put("deviceModel", call.header("X-Device-Model").orElse(null))
                .put("userAgent", call.header("User-Agent").orElse(null))
                .put("requestIp", call.header("X-Forwarded-For").orElse(null));
    }

    static Answer forbidden() {
        return Answer.json(
                403, new JsonObject().put("statusCode", 403).put("message", "Forbidden"));
    }

    /** The headers of a link that depend on the user. */
    record LinkHeaders(PanelSettings settings, io.cybervpn.sandbox.http.SandboxClock clock) {

        private static final int NEVER = 2099;

        Map<String, String> of(JsonObject user) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put(
                    "content-disposition", "attachment; filename=" + user.getString("username"));
            headers.put("subscription-userinfo", userInfo(user));
            headers.putAll(settings.headers(user.getString("subscriptionUrl")));
            Refill.after(clock.instant(), user.getString("trafficLimitStrategy"))
                    .ifPresent(
                            at ->
                                    headers.put(
                                            "subscription-refill-date",
                                            Long.toString(at.getEpochSecond())));
            return headers;
        }

        private static String userInfo(JsonObject user) {
            Instant end = Instant.parse(user.getString("expireAt"));
            boolean never = end.atZone(java.time.ZoneOffset.UTC).getYear() == NEVER;
            return "upload=0; download=%d; total=%d; expire=%d"
                    .formatted(
                            user.getJsonObject("userTraffic").getLong("usedTrafficBytes"),
                            user.getLong("trafficLimitBytes"),
                            never ? 0 : end.getEpochSecond());
        }
    }
}
