package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** /api/bandwidth-stats, by day of UTC. */
final class BandwidthRoutes {

    private static final String STATS = "/api/bandwidth-stats";

    private final PanelVersion version;
    private final Infrastructure infrastructure;
    private final UserStore store;
    private final Usage usage;
    private final UserRoutes users;

    BandwidthRoutes(PanelVersion version, PanelParts parts, UserRoutes users) {
        this.version = version;
        this.infrastructure = parts.infrastructure;
        this.store = parts.store;
        this.usage = parts.usage;
        this.users = users;
    }

    /** The days asked for. */
    private record Span(List<LocalDate> days) {

        boolean has(Usage.Entry entry) {
            return days.contains(entry.day());
        }

        JsonArray categories() {
            JsonArray categories = new JsonArray();
            days.forEach(day -> categories.add(day.toString()));
            return categories;
        }
    }

    void add(PanelRouter router) {
        router.api(
                GET, STATS + "/nodes", call -> PanelRouter.ok(byNode(span(call), entry -> true)));
        router.api(GET, STATS + "/users/:user", this::ofUser);
        router.api(
                GET,
                STATS + "/nodes/:uuid/users",
                call -> usersOf(call, new JsonArray().add(call.param("uuid"))));
        if (!version.isThree()) {
            router.api(GET, STATS + "/users/:user/legacy", this::legacy);
            return;
        }
        router.api(POST, STATS + "/nodes/users", call -> usersOf(call, nodesUuids(call)));
        router.api(POST, STATS + "/nodes/usage", this::nodesUsage);
        String squads = STATS + "/internal-squads/:uuid";
        router.api(GET, squads + "/usage", this::squadUsage);
        router.api(GET, squads + "/users/:user/usage", this::squadUserUsage);
    }

    private Span span(Call call) {
        Issues issues = new Issues(version);
        LocalDate start = day(call, "start", issues);
        LocalDate end = day(call, "end", issues);
        issues.refuseIfAny();
        if (end.isBefore(start)) {
            throw PanelError.A235.refusal();
        }
        return new Span(start.datesUntil(end.plusDays(1)).toList());
    }

    private static LocalDate day(Call call, String field, Issues issues) {
        String text = call.query(field).orElse("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            if (text.isEmpty()) {
                issues.wrongType(Issues.path(field), "string", "undefined");
            } else {
                issues.format(field, "date", "/^\\d{4}-\\d{2}-\\d{2}$/", "Invalid ISO date");
            }
            return LocalDate.EPOCH;
        }
    }

    private Answer ofUser(Call call) {
        Span span = span(call);
        long id = users.read(call).getLong("id");
        return PanelRouter.ok(byNode(span, entry -> entry.user() == id));
    }

    private JsonObject byNode(Span span, Predicate<Usage.Entry> wanted) {
        Predicate<Usage.Entry> within = wanted.and(span::has);
        JsonArray series = new JsonArray();
        JsonArray top = new JsonArray();
        usage.sums(within, Usage.Entry::node)
                .forEach(
                        (node, total) -> {
                            JsonObject line = node(node).put("total", total);
                            top.add(line.copy());
                            series.add(
                                    line.put(
                                            "data",
                                            days(span, within.and(it -> it.node().equals(node)))));
                        });
        return new JsonObject()
                .put("categories", span.categories())
                .put("series", series)
                .put("sparklineData", days(span, within))
                .put("topNodes", top);
    }

    private JsonArray days(Span span, Predicate<Usage.Entry> wanted) {
        JsonArray days = new JsonArray();
        span.days()
                .forEach(day -> days.add(usage.sum(wanted.and(entry -> entry.day().equals(day)))));
        return days;
    }

    private JsonObject node(String uuid) {
        JsonObject node = infrastructure.nodes().getOrDefault(uuid, new JsonObject());
        return new JsonObject()
                .put("uuid", uuid)
                .put("name", node.getString("name", "?"))
                .put("color", color(uuid))
                .put("countryCode", node.getString("countryCode", "XX"));
    }

    private static String color(String text) {
        return "#%06x".formatted(text.hashCode() & 0xffffff);
    }

    private static JsonArray nodesUuids(Call call) {
        return Optional.ofNullable(call.bodyOrEmpty().getJsonArray("nodesUuids"))
                .orElseGet(JsonArray::new);
    }

    private Answer usersOf(Call call, JsonArray nodes) {
        Span span = span(call);
        Predicate<Usage.Entry> wanted = entry -> nodes.contains(entry.node()) && span.has(entry);
        JsonArray top = new JsonArray();
        usage.sums(wanted, Usage.Entry::user).forEach((id, total) -> top.add(userLine(id, total)));
        return PanelRouter.ok(
                new JsonObject()
                        .put("categories", span.categories())
                        .put("sparklineData", days(span, wanted))
                        .put("topUsers", top));
    }

    private JsonObject userLine(long id, long total) {
        String name = store.byId(id).map(user -> user.getString("username")).orElse("?");
        return new JsonObject()
                .put("color", color(name))
                .put("userId", id)
                .put("username", name)
                .put("total", total);
    }

    private Answer nodesUsage(Call call) {
        Span span = span(call);
        JsonArray nodes = new JsonArray();
        for (Object uuid : nodesUuids(call)) {
            JsonArray of = totals(entry -> entry.node().equals(uuid) && span.has(entry));
            nodes.add(new JsonObject().put("uuid", uuid).put("users", of));
        }
        return PanelRouter.ok(new JsonObject().put("nodes", nodes));
    }

    private JsonArray totals(Predicate<Usage.Entry> wanted) {
        JsonArray totals = new JsonArray();
        usage.sums(wanted, Usage.Entry::user)
                .forEach(
                        (id, total) ->
                                totals.add(
                                        new JsonObject().put("id", id).put("totalBytes", total)));
        return totals;
    }

    private String squad(Call call) {
        String uuid = call.param("uuid");
        if (!infrastructure.internalSquads().containsKey(uuid)) {
            throw PanelError.A118.refusal();
        }
        return uuid;
    }

    private Answer squadUsage(Call call) {
        Span span = span(call);
        String squad = squad(call);
        JsonArray of = totals(entry -> span.has(entry) && isIn(squad, entry.user()));
        return PanelRouter.ok(
                new JsonObject()
                        .put("squadUuid", squad)
                        .put("users", of)
                        .putNull("nextCursor")
                        .put("hasMore", false));
    }

    private boolean isIn(String squad, long id) {
        return store.byId(id).stream()
                .flatMap(
                        user ->
                                Infrastructure.list(user.getJsonArray("activeInternalSquads"))
                                        .stream())
                .anyMatch(known -> known.getString("uuid").equals(squad));
    }

    private Answer squadUserUsage(Call call) {
        Span span = span(call);
        String squad = squad(call);
        long id = users.read(call).getLong("id");
        JsonArray days = new JsonArray();
        for (LocalDate day : span.days()) {
            JsonArray nodes = new JsonArray();
            usage.sums(
                            entry ->
                                    entry.day().equals(day)
                                            && entry.user() == id
                                            && isIn(squad, id),
                            Usage.Entry::node)
                    .forEach(
                            (node, total) ->
                                    nodes.add(
                                            new JsonObject()
                                                    .put("uuid", node)
                                                    .put("totalBytes", total)));
            days.add(new JsonObject().put("date", day.toString()).put("nodes", nodes));
        }
        return PanelRouter.ok(new JsonObject().put("days", days));
    }

    private Answer legacy(Call call) {
        Span span = span(call);
        JsonObject user = users.read(call);
        long id = user.getLong("id");
        JsonArray lines = new JsonArray();
        usage.sums(
                        entry -> entry.user() == id && span.has(entry),
                        entry -> List.of(entry.day(), entry.node()))
                .forEach(
                        (key, total) ->
                                lines.add(
                                        new JsonObject()
                                                .put("userUuid", user.getString("uuid"))
                                                .put("nodeUuid", key.getLast())
                                                .put(
                                                        "nodeName",
                                                        node(key.getLast().toString())
                                                                .getString("name"))
                                                .put("total", total)
                                                .put("date", key.getFirst().toString())));
        return PanelRouter.ok(lines);
    }
}
