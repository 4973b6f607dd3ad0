package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Many users at a time: the list for people, the stream for programs, tags, and the finders of 2.x.
 */
final class UserQueryRoutes {

    private static final int SIZE_MAX = 1_000;
    private static final List<String> EXACT =
            List.of(
                    "status",
                    "trafficLimitStrategy",
                    "telegramId",
                    "email",
                    "tag",
                    "externalSquadUuid");

    private final PanelVersion version;
    private final UserStore store;

    UserQueryRoutes(PanelVersion version, UserStore store) {
        this.version = version;
        this.store = store;
    }

    void add(PanelRouter router) {
        router.api(GET, "/api/users", this::list);
        router.api(GET, "/api/users/stream", this::stream);
        router.api(
                GET,
                "/api/users/tags",
                call -> PanelRouter.ok(new JsonObject().put("tags", tags())));
        if (!version.isThree()) {
            router.api(GET, "/api/users/by-telegram-id/:value", call -> finder("telegramId", call));
            router.api(GET, "/api/users/by-email/:value", call -> finder("email", call));
            router.api(GET, "/api/users/by-tag/:value", call -> finder("tag", call));
        }
    }

    private Answer finder(String field, Call call) {
        String wanted = call.param("value");
        return PanelRouter.ok(store.views(store.where(user -> wanted.equals(text(user, field)))));
    }

    private JsonArray tags() {
        JsonArray tags = new JsonArray();
        store.all().values().stream()
                .map(user -> Optional.ofNullable(user.getString("tag")))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(tags::add);
        return tags;
    }

    private Answer list(Call call) {
        int start = number(call, "start", 0, Integer.MAX_VALUE, "");
        int size = number(call, "size", 25, SIZE_MAX, "Size (limit) must be less than 1000");
        JsonArray filters = new JsonArray(call.query("filters").orElse("[]"));
        JsonObject modes = new JsonObject(call.query("filterModes").orElse("{}"));
        List<JsonObject> found =
                List.copyOf(store.all().descendingMap().values()).stream()
                        .filter(user -> passes(user, filters, modes))
                        .toList();
        List<JsonObject> page = found.stream().skip(start).limit(size).toList();
        return PanelRouter.ok(
                new JsonObject().put("total", found.size()).put("users", store.views(page)));
    }

    private static boolean passes(JsonObject user, JsonArray filters, JsonObject modes) {
        return Infrastructure.list(filters).stream()
                .allMatch(filter -> passes(user, filter, modes));
    }

    /** LIKE with wildcards around, unless the mode says equals. */
    private static boolean passes(JsonObject user, JsonObject filter, JsonObject modes) {
        String field = filter.getString("id");
        String actual = text(user, field);
        String wanted = String.valueOf(filter.getValue("value"));
        return modes.getString(field, "contains").equals("equals")
                ? actual.equals(wanted)
                : actual.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private Answer stream(Call call) {
        int size = number(call, "size", 250, SIZE_MAX, "");
        long cursor = number(call, "cursor", 0, Integer.MAX_VALUE, "");
        Collection<JsonObject> after = store.all().tailMap(cursor, false).values();
        List<JsonObject> found = after.stream().filter(user -> exact(user, call)).toList();
        List<JsonObject> page = found.stream().limit(size).toList();
        boolean more = found.size() > page.size();
        return PanelRouter.ok(
                new JsonObject()
                        .put("users", store.views(page))
                        .put("nextCursor", more ? text(page.getLast(), "id") : null)
                        .put("hasMore", more));
    }

    private static boolean exact(JsonObject user, Call call) {
        return EXACT.stream()
                .allMatch(
                        field ->
                                call.query(field)
                                        .map(wanted -> wanted.equals(text(user, field)))
                                        .orElse(true));
    }

    static String text(JsonObject user, String field) {
        return String.valueOf(user.getValue(field));
    }

    private int number(Call call, String field, int usual, int max, String message) {
        return number(version, call, new Limit(field, usual, max, message));
    }

    /**
     * A whole number in the query: its usual value, its greatest, and the panel's words if it is
     * greater.
     */
    record Limit(String field, int usual, int max, String message) {}

    static int number(PanelVersion version, Call call, Limit limit) {
        Issues issues = new Issues(version);
        String text = call.query(limit.field()).orElse(Integer.toString(limit.usual()));
        if (!text.matches("-?\\d{1,9}")) {
            issues.wrongType(Issues.path(limit.field()), "number", "NaN");
            issues.refuseIfAny();
        }
        int value = Integer.parseInt(text);
        if (value > limit.max()) {
            issues.tooBig(limit.field(), "number", limit.max(), limit.message());
        }
        if (value < 0) {
            issues.tooSmall(limit.field(), "number", 0, "");
        }
        issues.refuseIfAny();
        return value;
    }
}
