package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Who opened which link with what; the last 24 of a user can be read. */
final class RequestHistory {

    private static final int KEPT = 24;
    private static final int KEPT_OF_ALL = 10_000;

    private final SandboxClock clock;
    private final Deque<JsonObject> records = new ArrayDeque<>();
    private long last;

    RequestHistory(SandboxClock clock) {
        this.clock = clock;
    }

    void clear() {
        records.clear();
    }

    void add(JsonObject user, Call call, String type, Optional<String> rule) {
        if (records.size() == KEPT_OF_ALL) {
            records.removeFirst();
        }
        records.addLast(
                new JsonObject()
                        .put("id", ++last)
                        .put("userId", user.getLong("id"))
                        .put("requestAt", clock.now())
                        .put("requestIp", call.header("X-Forwarded-For").orElse(null))
                        .put("userAgent", call.header("User-Agent").orElse(null))
                        .put("srrRuleName", rule.orElse(null))
                        .put("srrResponseType", type));
    }

    JsonObject of(JsonObject user) {
        List<JsonObject> own =
                records.reversed().stream()
                        .filter(entry -> entry.getLong("userId").equals(user.getLong("id")))
                        .limit(KEPT)
                        .toList();
        JsonArray newest = new JsonArray();
        own.forEach(newest::add);
        return new JsonObject().put("total", own.size()).put("records", newest);
    }
}
