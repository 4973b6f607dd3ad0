package io.cybervpn.sandbox.stripe;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The methods under /v1: a Bearer key, forms in, JSON out. */
final class StripeRoutes {

    private static final int LIMIT_USUAL = 10;
    private static final int LIMIT_MAX = 100;

    private final String secretKey;
    private final SandboxClock clock;
    private final Parts parts;
    private final IdempotentAnswers answers;
    private final StripeExpansions expansions;

    /** What the methods work on. */
    record Parts(
            StripeSessions sessions,
            StripePayments payments,
            StripeEvents events,
            StripeCards cards) {}

    StripeRoutes(String secretKey, SandboxClock clock, Parts parts, IdempotentAnswers answers) {
        this.secretKey = secretKey;
        this.clock = clock;
        this.parts = parts;
        this.answers = answers;
        this.expansions = new StripeExpansions(parts);
    }

    void add(SandboxServer server) {
        String sessions = "/v1/checkout/sessions";
        method(server, POST, sessions, this::create);
        method(server, GET, sessions, call -> list(call, "/v1/checkout/sessions", sessions()));
        method(server, GET, sessions + "/:id", call -> session(call, id -> id));
        method(server, POST, sessions + "/:id/expire", this::expire);
        intents(server);
        method(server, POST, "/v1/refunds", this::refund);
        method(
                server,
                GET,
                "/v1/refunds",
                call ->
                        list(
                                call,
                                "/v1/refunds",
                                List.copyOf(parts.payments().refunds().values()).reversed()));
        method(
                server,
                GET,
                "/v1/refunds/:id",
                call -> known(call, "refund", parts.payments().refunds()));
        method(
                server,
                GET,
                "/v1/disputes/:id",
                call -> known(call, "dispute", parts.payments().disputes()));
        method(server, GET, "/v1/events", call -> list(call, "/v1/events", events(call)));
        method(server, GET, "/v1/balance", call -> balance());
        server.otherwise(
                call -> StripeError.answer(404, "invalid_request_error", "unrecognized_url", ""));
    }

    private void intents(SandboxServer server) {
        String path = "/v1/payment_intents";
        StripeCharges made = new StripeCharges(parts.payments(), parts.cards());
        answered(server, POST, path, call -> made.create(call.fields()));
        method(
                server,
                GET,
                path,
                call ->
                        list(
                                call,
                                path,
                                List.copyOf(parts.payments().intents().values()).reversed()));
        method(
                server,
                GET,
                path + "/:id",
                call ->
                        expansions.of(
                                call, known(call, "payment_intent", parts.payments().intents())));
        method(
                server,
                POST,
                "/v1/payment_methods/:id/detach",
                call -> parts.cards().detach(call.param("id")));
        method(server, GET, "/v1/payment_methods/:id", this::card);
        String kept = "/v1/customers/:id/payment_methods";
        method(server, GET, kept, call -> list(call, kept, parts.cards().keptBy(call.param("id"))));
        method(server, DELETE, "/v1/customers/:id", call -> parts.cards().delete(call.param("id")));
    }

    private JsonObject card(Call call) {
        String id = call.param("id");
        return parts.cards().find(id).orElseThrow(() -> StripeError.missing("payment_method", id));
    }

    private void method(
            SandboxServer server, HttpMethod method, String path, Function<Call, JsonObject> work) {
        answered(server, method, path, call -> Answer.json(200, work.apply(call)));
    }

    private void answered(
            SandboxServer server, HttpMethod method, String path, Function<Call, Answer> work) {
        server.on(
                method,
                path,
                call -> {
                    checkKey(call);
                    Optional<String> key =
                            call.header("Idempotency-Key").filter(any -> method.equals(POST));
                    return answers.once(key, call.path(), call.fields(), () -> work.apply(call));
                });
    }

    private void checkKey(Call call) {
        if (!call.header("Authorization").equals(Optional.of("Bearer " + secretKey))) {
            throw new io.cybervpn.sandbox.http.Refused(
                    StripeError.answer(401, "invalid_request_error", "", ""));
        }
        Optional<String> version = call.header("Stripe-Version");
        if (version.filter(known -> !known.matches("20\\d\\d-\\d\\d-\\d\\d(\\.[a-z]+)?"))
                .isPresent()) {
            throw StripeError.invalid("api_version_invalid", "");
        }
    }

    private JsonObject create(Call call) {
        return parts.sessions().create(SessionWish.of(call.fields(), clock.instant()));
    }

    private JsonObject session(Call call, Function<String, String> act) {
        String id = call.param("id");
        return parts.sessions()
                .find(id)
                .map(_ -> act.apply(id))
                .flatMap(parts.sessions()::find)
                .map(session -> expansions.of(call, session))
                .orElseThrow(() -> StripeError.missing("checkout.session", id));
    }

    private JsonObject expire(Call call) {
        String id = call.param("id");
        Optional<JsonObject> open =
                parts.sessions().find(id).filter(it -> it.getString("status").equals("open"));
        if (parts.sessions().find(id).isPresent() && open.isEmpty()) {
            throw StripeError.invalid("checkout_session_not_open", "");
        }
        return session(call, known -> parts.sessions().expire(known).getString("id"));
    }

    private JsonObject refund(Call call) {
        Map<String, String> sent = call.fields();
        String id = sent.getOrDefault("payment_intent", "");
        JsonObject intent =
                Optional.ofNullable(parts.payments().intents().get(id))
                        .orElseThrow(() -> StripeError.missing("payment_intent", id));
        JsonObject metadata = new JsonObject();
        sent.forEach(
                (name, value) -> {
                    if (name.startsWith("metadata[")) {
                        metadata.put(name.substring(9, name.length() - 1), value);
                    }
                });
        return parts.payments()
                .refund(
                        intent,
                        Optional.ofNullable(sent.get("amount")).map(StripeRoutes::number),
                        metadata)
                .copy();
    }

    private static JsonObject known(Call call, String what, Map<String, JsonObject> all) {
        String id = call.param("id");
        return Optional.ofNullable(all.get(id))
                .map(JsonObject::copy)
                .orElseThrow(() -> StripeError.missing(what, id));
    }

    private List<JsonObject> sessions() {
        return parts.sessions().all().reversed();
    }

    private List<JsonObject> events(Call call) {
        Optional<String> type = call.query("type");
        return parts.events().all().stream()
                .filter(it -> type.isEmpty() || type.get().equals(it.getString("type")))
                .toList();
    }

    /** Newest first, a page at a time. */
    private JsonObject list(Call call, String url, List<JsonObject> newestFirst) {
        long since = call.query("created[gte]").map(StripeRoutes::number).orElse(0L);
        Optional<String> intent = call.query("payment_intent");
        List<JsonObject> fitting =
                newestFirst.stream()
                        .filter(it -> it.getLong("created") >= since)
                        .filter(
                                it ->
                                        intent.isEmpty()
                                                || intent.get()
                                                        .equals(it.getValue("payment_intent")))
                        .toList();
        int limit =
                call.query("limit").map(StripeRoutes::number).orElse((long) LIMIT_USUAL).intValue();
        if (limit < 1 || limit > LIMIT_MAX) {
            throw StripeError.invalid("parameter_invalid_integer", "limit");
        }
        List<JsonObject> rest = after(call.query("starting_after"), fitting);
        JsonArray page =
                rest.stream()
                        .limit(limit)
                        .map(it -> expansions.of(call, it.copy()))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), JsonArray::new));
        return new JsonObject()
                .put("object", "list")
                .put("url", url)
                .put("has_more", rest.size() > limit)
                .put("data", page);
    }

    private static List<JsonObject> after(Optional<String> id, List<JsonObject> all) {
        if (id.isEmpty()) {
            return all;
        }
        List<String> ids = all.stream().map(it -> it.getString("id")).toList();
        int at = ids.indexOf(id.get());
        if (at < 0) {
            throw StripeError.missing("object", id.get());
        }
        return all.subList(at + 1, all.size());
    }

    private static JsonObject balance() {
        return new JsonObject()
                .put("object", "balance")
                .put("livemode", false)
                .put("available", new JsonArray())
                .put("pending", new JsonArray());
    }

    private static Long number(String text) {
        if (!text.matches("\\d{1,12}")) {
            throw StripeError.invalid("parameter_invalid_integer", "");
        }
        return Long.valueOf(text);
    }
}
