package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Sums of traffic over spans of days: /api/system/stats/bandwidth and /stats/nodes. */
final class TrafficStatsRoutes {

    private final PanelParts parts;

    TrafficStatsRoutes(PanelParts parts) {
        this.parts = parts;
    }

    void add(PanelRouter router) {
        router.api(GET, "/api/system/stats/bandwidth", call -> PanelRouter.ok(bandwidth()));
        router.api(GET, "/api/system/stats/nodes", call -> PanelRouter.ok(nodes()));
    }

    private LocalDate today() {
        return parts.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private JsonObject bandwidth() {
        LocalDate today = today();
        return new JsonObject()
                .put("bandwidthLastTwoDays", line(today, today.minusDays(1)))
                .put("bandwidthLastSevenDays", line(today.minusDays(6), today.minusDays(13)))
                .put("bandwidthLast30Days", line(today.minusDays(29), today.minusDays(59)))
                .put(
                        "bandwidthCalendarMonth",
                        line(today.withDayOfMonth(1), today.withDayOfMonth(1).minusMonths(1)))
                .put(
                        "bandwidthCurrentYear",
                        line(today.withDayOfYear(1), today.withDayOfYear(1).minusYears(1)));
    }

    private JsonObject line(LocalDate from, LocalDate before) {
        long current = parts.usage.sum(entry -> !entry.day().isBefore(from));
        long previous =
                parts.usage.sum(
                        entry -> entry.day().isBefore(from) && !entry.day().isBefore(before));
        long difference = current - previous;
        String sign = difference < 0 ? "-" : "";
        return new JsonObject()
                .put("current", Subscriptions.human(current))
                .put("previous", Subscriptions.human(previous))
                .put("difference", sign + Subscriptions.human(Math.abs(difference)));
    }

    private JsonObject nodes() {
        JsonArray lines = new JsonArray();
        parts.usage
                .sums(
                        entry -> entry.day().isAfter(today().minusDays(7)),
                        entry -> List.of(entry.day().toString(), entry.node()))
                .forEach((key, total) -> lines.add(line(key, total)));
        return new JsonObject().put("lastSevenDays", lines);
    }

    private JsonObject line(List<String> dayAndNode, long total) {
        JsonObject node =
                parts.infrastructure.nodes().getOrDefault(dayAndNode.getLast(), new JsonObject());
        return new JsonObject()
                .put("nodeName", node.getString("name", "?"))
                .put("totalBytes", Long.toString(total))
                .put("date", dayAndNode.getFirst() + "T00:00:00.000Z");
    }
}
