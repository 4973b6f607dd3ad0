package io.cybervpn.sandbox.yookassa;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.Refused;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** /v3, as the shop calls it. */
final class YooKassaRoutes {

    private static final String AUTHORIZATION =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    (YooKassa.SHOP_ID + ":" + YooKassa.SECRET_KEY)
                                            .getBytes(StandardCharsets.UTF_8));
    private static final List<String> CURRENCIES =
            List.of(
                    "RUB", "EUR", "USD", "KZT", "BYN", "UAH", "UZS", "TRY", "INR", "MDL", "AZN",
                    "AMD");
    private static final int PAGE_MAX = 100;
    private static final int PAGE_USUAL = 10;

    private final YooKassaPayments payments;

    YooKassaRoutes(YooKassaPayments payments) {
        this.payments = payments;
    }

    void add(SandboxServer server) {
        on(server, POST, "/v3/payments", this::create);
        on(server, GET, "/v3/payments", this::list);
        on(server, GET, "/v3/payments/:id", call -> Answer.json(200, existing(call)));
        on(
                server,
                POST,
                "/v3/payments/:id/capture",
                call -> moved(call, payment -> payments.capture(payment.getString("id"))));
        on(
                server,
                POST,
                "/v3/payments/:id/cancel",
                call ->
                        moved(
                                call,
                                payment ->
                                        payments.cancel(
                                                payment.getString("id"), "canceled_by_merchant")));
        server.otherwise(call -> YooKassaError.answer(404, "not_found"));
    }

    static void on(SandboxServer server, HttpMethod method, String path, Endpoint endpoint) {
        server.on(
                method,
                path,
                call -> {
                    if (!call.header("Authorization").equals(Optional.of(AUTHORIZATION))) {
                        throw new Refused(YooKassaError.answer(401, "invalid_credentials"));
                    }
                    return endpoint.answer(call);
                });
    }

    private Answer create(Call call) {
        String key = key(call);
        JsonObject wish = call.bodyOrEmpty();
        JsonObject amount = wish.getJsonObject("amount", new JsonObject());
        if (!(amount.getValue("value") instanceof String value)
                || !value.matches("\\d{1,9}\\.\\d{2}")
                || value.matches("0+\\.00")) {
            throw YooKassaError.badRequest("amount.value", "Incorrect amount");
        }
        if (!CURRENCIES.contains(amount.getString("currency", ""))) {
            throw YooKassaError.badRequest("amount.currency", "Incorrect currency");
        }
        checkConfirmation(wish);
        if (wish.getString("description", "").length() > 128) {
            throw YooKassaError.badRequest("description", "Too long");
        }
        return Answer.json(200, payments.create(key, wish));
    }

    /** The payer is sent to a page, but for a kept method. */
    private static void checkConfirmation(JsonObject wish) {
        JsonObject confirmation = wish.getJsonObject("confirmation", new JsonObject());
        boolean isRedirect =
                confirmation.getString("type", "").equals("redirect")
                        && !confirmation.getString("return_url", "").isEmpty();
        if (!isRedirect && !wish.containsKey("payment_method_id")) {
            throw YooKassaError.badRequest("confirmation", "Incorrect confirmation");
        }
    }

    static String key(Call call) {
        return call.header("Idempotence-Key")
                .filter(key -> key.matches("[0-9a-zA-Z+_.-]{1,64}"))
                .orElseThrow(
                        () ->
                                YooKassaError.badRequest(
                                        "Idempotence-Key", "Idempotence key needed"));
    }

    /** Newest first; a cursor is the number of those that were shown. */
    private Answer list(Call call) {
        String since = call.query("created_at.gte").orElse("");
        String status = call.query("status").orElse("");
        return page(
                call,
                payments.all().stream()
                        .filter(one -> one.getString("created_at").compareTo(since) >= 0)
                        .filter(one -> status.isEmpty() || status.equals(one.getString("status")))
                        .map(YooKassaPayments::shown)
                        .toList());
    }

    /** A page of these, the newest first. */
    static Answer page(Call call, List<JsonObject> all) {
        int limit = Integer.parseInt(call.query("limit").orElse("" + PAGE_USUAL));
        if (limit < 1 || limit > PAGE_MAX) {
            throw YooKassaError.badRequest("limit", "1 to 100");
        }
        int from = Integer.parseInt(call.query("cursor").orElse("0"));
        List<JsonObject> found =
                all.stream().sorted(Comparator.comparing(YooKassaRoutes::age)).toList().reversed();
        JsonArray items = new JsonArray();
        found.stream().skip(from).limit(limit).forEach(items::add);
        JsonObject answer = new JsonObject().put("type", "list").put("items", items);
        if (from + limit < found.size()) {
            answer.put("next_cursor", String.valueOf(from + limit));
        }
        return Answer.json(200, answer);
    }

    private static String age(JsonObject payment) {
        return payment.getString("created_at");
    }

    private Answer moved(Call call, UnaryOperator<JsonObject> move) {
        String key = key(call);
        JsonObject payment = existing(call);
        if (!payment.getString("status").equals("waiting_for_capture")) {
            throw YooKassaError.badRequest("status " + key, "Not waiting for capture");
        }
        return Answer.json(200, move.apply(payment));
    }

    private JsonObject existing(Call call) {
        return payments.find(call.param("id"))
                .map(YooKassaPayments::shown)
                .orElseThrow(YooKassaError::notFound);
    }
}
