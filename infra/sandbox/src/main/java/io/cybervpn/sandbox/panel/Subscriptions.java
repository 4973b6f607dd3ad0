package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a user's link leads to: the servers, or placeholders that say why there are none. */
final class Subscriptions {

    private final SandboxClock clock;
    private final Infrastructure infrastructure;
    private final PanelSettings settings;

    Subscriptions(SandboxClock clock, Infrastructure infrastructure, PanelSettings settings) {
        this.clock = clock;
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    List<Links.Server> servers(JsonObject user) {
        Map<String, String> remarks =
                Map.of(
                        "EXPIRED",
                        "expiredUsers",
                        "LIMITED",
                        "limitedUsers",
                        "DISABLED",
                        "disabledUsers");
        String remark = remarks.getOrDefault(user.getString("status"), "");
        if (!remark.isEmpty()) {
            return placeholders(remark);
        }
        List<Links.Server> real = real(user);
        return real.isEmpty() ? placeholders("emptyHosts") : real;
    }

    List<Links.Server> placeholders(String remark) {
        return settings.remarks(remark).stream().map(Links::placeholder).toList();
    }

    /** The hosts whose inbound one of the user's squads has. */
    List<Links.Server> real(JsonObject user) {
        List<String> allowed = infrastructure.inboundsOf(user.getJsonArray("activeInternalSquads"));
        return infrastructure.hosts().values().stream()
                .filter(host -> !host.getBoolean("isDisabled") && !host.getBoolean("isHidden"))
                .filter(host -> allowed.contains(inboundUuid(host)))
                .map(host -> server(user, host))
                .toList();
    }

    static String inboundUuid(JsonObject host) {
        return host.getJsonObject("inbound").getString("configProfileInboundUuid");
    }

    private Links.Server server(JsonObject user, JsonObject host) {
        JsonObject inbound = infrastructure.inbound(inboundUuid(host)).orElseThrow();
        String secret =
                switch (inbound.getString("type")) {
                    case "vless" -> user.getString("vlessUuid");
                    case "trojan" -> user.getString("trojanPassword");
                    default -> user.getString("ssPassword");
                };
        String name =
                host.getString("remark").replace("{{DAYS_LEFT}}", Long.toString(daysLeft(user)));
        return new Links.Server(name, host, inbound, secret);
    }

    long daysLeft(JsonObject user) {
        Instant end = Instant.parse(user.getString("expireAt"));
        return Math.max(0, Duration.between(clock.instant(), end).toDays());
    }

    JsonArray links(List<Links.Server> servers) {
        JsonArray links = new JsonArray();
        servers.forEach(server -> links.add(Links.of(server)));
        return links;
    }

    /** The /info of a link. */
    JsonObject info(JsonObject user, List<Links.Server> servers) {
        JsonObject traffic = user.getJsonObject("userTraffic");
        long used = traffic.getLong("usedTrafficBytes");
        long lifetime = traffic.getLong("lifetimeUsedTrafficBytes");
        long limit = user.getLong("trafficLimitBytes");
        JsonObject about =
                new JsonObject()
                        .put("shortUuid", user.getString("shortUuid"))
                        .put("daysLeft", daysLeft(user))
                        .put("trafficUsed", human(used))
                        .put("trafficLimit", human(limit))
                        .put("lifetimeTrafficUsed", human(lifetime))
                        .put("lifetimeTrafficUsedBytes", Long.toString(lifetime))
                        .put("trafficLimitBytes", Long.toString(limit))
                        .put("trafficUsedBytes", Long.toString(used))
                        .put("username", user.getString("username"))
                        .put("expiresAt", user.getString("expireAt"))
                        .put("isActive", PanelUsers.is(user, "ACTIVE"))
                        .put("userStatus", user.getString("status"))
                        .put("trafficLimitStrategy", user.getString("trafficLimitStrategy"));
        return new JsonObject()
                .put("isFound", true)
                .put("user", about)
                .put("links", settings.hwidEnabled() ? new JsonArray() : links(servers))
                .put("ssConfLinks", new JsonObject())
                .put("subscriptionUrl", user.getString("subscriptionUrl"));
    }

    /** "15.00 GiB"; nothing is "0". */
    static String human(long bytes) {
        if (bytes == 0) {
            return "0";
        }
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        int power =
                Math.min(units.length - 1, (63 - Long.numberOfLeadingZeros(Math.abs(bytes))) / 10);
        double amount = bytes / Math.pow(1024, power);
        return String.format(Locale.ROOT, "%.2f %s", amount, units[power]);
    }
}
