package io.cybervpn.sandbox.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What /_sandbox offers at either server: faults, webhooks, the clock, the state; each server adds
 * its own.
 */
public final class Control {

    private final SandboxServer server;
    private final JsonArray help = new JsonArray();

    /**
     * The world of one server.
     *
     * @param state dumps everything
     * @param reset brings the first state back
     */
    public record World(
            String title,
            Faults faults,
            Webhooks webhooks,
            SandboxClock clock,
            Supplier<JsonObject> state,
            Runnable reset) {}

    /** Adds the common operations. */
    public Control(SandboxServer server, World world) {
        this.server = server;
        server.on(
                GET,
                "/_sandbox",
                call ->
                        Answer.json(
                                200,
                                new JsonObject()
                                        .put("server", world.title())
                                        .put("operations", help)));
        state(world);
        faults(world);
        webhooks(world);
        clock(world);
    }

    /** Adds an operation and a line about it to GET /_sandbox. */
    public void on(HttpMethod method, String path, String about, Endpoint endpoint) {
        help.add(method + " " + path + " - " + about);
        server.on(method, path, endpoint);
    }

    private void state(World world) {
        on(
                GET,
                "/_sandbox/state",
                "everything there is",
                call -> Answer.json(200, world.state().get()));
        on(
                POST,
                "/_sandbox/reset",
                "the first state again: no faults, no webhooks, the system's time",
                call -> {
                    world.faults().clear();
                    world.webhooks().forget();
                    world.clock().reset();
                    world.reset().run();
                    return Answer.empty(204);
                });
    }

    private void faults(World world) {
        String kinds = Arrays.toString(Fault.Kind.values()).toLowerCase(Locale.ROOT);
        on(
                GET,
                "/_sandbox/faults",
                "what is switched on",
                call -> Answer.json(200, world.faults().json()));
        on(
                POST,
                "/_sandbox/faults",
                "{kind, value?, count?, method?, path?} switches one on; kind is one of " + kinds,
                call -> {
                    world.faults().add(fault(call.bodyOrEmpty()));
                    return Answer.json(201, world.faults().json());
                });
        on(
                DELETE,
                "/_sandbox/faults",
                "switches all off and releases held webhooks",
                call -> {
                    world.faults().clear();
                    return Answer.json(
                            200, new JsonObject().put("released", world.webhooks().release()));
                });
    }

    private void webhooks(World world) {
        on(
                GET,
                "/_sandbox/webhooks",
                "made, held, delivered",
                call -> Answer.json(200, world.webhooks().json()));
        on(
                POST,
                "/_sandbox/webhooks/target",
                "{url} where they go from now on; empty switches them off",
                call -> {
                    world.webhooks().target(call.bodyOrEmpty().getString("url", ""));
                    return Answer.empty(204);
                });
        on(
                POST,
                "/_sandbox/webhooks/release",
                "lets go what a fault holds",
                call ->
                        Answer.json(
                                200, new JsonObject().put("released", world.webhooks().release())));
        on(
                POST,
                "/_sandbox/webhooks/:id/resend",
                "the same bytes again",
                call ->
                        Answer.empty(
                                world.webhooks().resend(Long.parseLong(call.param("id")))
                                        ? 202
                                        : 404));
    }

    private void clock(World world) {
        on(
                POST,
                "/_sandbox/clock",
                "{now} or {advanceSeconds} or {} for the system's time",
                call -> {
                    set(world.clock(), call.bodyOrEmpty());
                    return Answer.json(200, new JsonObject().put("now", world.clock().now()));
                });
    }

    private static void set(SandboxClock clock, JsonObject wish) {
        try {
            if (wish.containsKey("now")) {
                clock.set(Instant.parse(wish.getString("now")));
            } else if (wish.containsKey("advanceSeconds")) {
                clock.advance(Duration.ofSeconds(wish.getLong("advanceSeconds")));
            } else {
                clock.reset();
            }
        } catch (DateTimeParseException e) {
            throw bad("now is no ISO instant");
        }
    }

    private static Fault fault(JsonObject wish) {
        String name = wish.getString("kind", "").toUpperCase(Locale.ROOT);
        Fault.Kind kind =
                Arrays.stream(Fault.Kind.values())
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> bad("unknown kind"));
        return new Fault(
                kind,
                wish.getInteger("value", usual(kind)),
                wish.getInteger("count", -1),
                wish.getString("method", ""),
                wish.getString("path", ""));
    }

    private static int usual(Fault.Kind kind) {
        return switch (kind) {
            case LATENCY -> 1_000;
            case ERROR -> 500;
            case DUPLICATE_WEBHOOKS, REORDER_WEBHOOKS -> 2;
            case DROP_BEFORE, DROP_AFTER, HOLD_WEBHOOKS -> 0;
        };
    }

    /** A 400 with a reason, for control operations. */
    public static Refused bad(String reason) {
        return new Refused(Answer.json(400, new JsonObject().put("message", reason)));
    }
}
