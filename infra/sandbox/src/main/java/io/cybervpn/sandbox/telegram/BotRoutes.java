package io.cybervpn.sandbox.telegram;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import java.util.function.Supplier;

/** The methods under /bot{token}; GET or POST, query, form or JSON. */
final class BotRoutes {

    private static final int LIMIT_MAX = 100;

    private final String token;
    private final Supplier<String> baseUrl;
    private final StarInvoices invoices;
    private final BotUpdates updates;

    BotRoutes(String token, Supplier<String> baseUrl, StarInvoices invoices, BotUpdates updates) {
        this.token = token;
        this.baseUrl = baseUrl;
        this.invoices = invoices;
        this.updates = updates;
    }

    void add(SandboxServer server) {
        method(server, "getMe", sent -> me());
        method(
                server,
                "createInvoiceLink",
                sent -> baseUrl.get() + "/invoice/" + invoices.create(sent));
        method(server, "answerPreCheckoutQuery", this::answer);
        method(server, "getStarTransactions", this::transactions);
        method(server, "getMyStarBalance", sent -> new JsonObject().put("amount", balance()));
        method(server, "refundStarPayment", this::refund);
        method(server, "editUserStarSubscription", this::edit);
        method(server, "setWebhook", this::setWebhook);
        method(
                server,
                "deleteWebhook",
                sent -> {
                    updates.target("", "");
                    return true;
                });
        method(
                server,
                "getWebhookInfo",
                sent ->
                        new JsonObject()
                                .put("url", updates.target())
                                .put("has_custom_certificate", false)
                                .put("pending_update_count", 0));
        server.otherwise(
                call ->
                        call.path().startsWith("/bot" + token + "/")
                                ? BotError.answer(404, "Not Found: method not found")
                                : BotError.answer(401, "Unauthorized"));
    }

    private void method(SandboxServer server, String name, Function<JsonObject, Object> work) {
        Endpoint endpoint =
                call -> {
                    if (!call.param("bot").equals("bot" + token)) {
                        return BotError.answer(401, "Unauthorized");
                    }
                    return Answer.json(
                            200,
                            new JsonObject().put("ok", true).put("result", work.apply(sent(call))));
                };
        server.on(HttpMethod.GET, "/:bot/" + name, endpoint);
        server.on(HttpMethod.POST, "/:bot/" + name, endpoint);
    }

    private static JsonObject sent(Call call) {
        JsonObject sent = new JsonObject();
        call.fields().forEach(sent::put);
        boolean json =
                call.header("Content-Type").filter(type -> type.contains("json")).isPresent();
        return json ? sent.mergeIn(call.bodyOrEmpty()) : sent;
    }

    private Object answer(JsonObject sent) {
        if (!updates.answer(sent)) {
            throw BotError.bad(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        return true;
    }

    private Object refund(JsonObject sent) {
        String charge = sent.getString("telegram_payment_charge_id", "");
        if (!invoices.refund(number(sent, "user_id", 0), charge)) {
            boolean before =
                    invoices.transactions().stream()
                            .filter(it -> it.getString("id").equals(charge))
                            .anyMatch(it -> it.containsKey("receiver"));
            throw BotError.bad(before ? "CHARGE_ALREADY_REFUNDED" : "CHARGE_NOT_FOUND");
        }
        return true;
    }

    private Object edit(JsonObject sent) {
        String charge = sent.getString("telegram_payment_charge_id", "");
        if (!invoices.subscriptions().edit(number(sent, "user_id", 0), charge, cancelled(sent))) {
            throw BotError.bad("CHARGE_NOT_FOUND");
        }
        return true;
    }

    private static boolean cancelled(JsonObject sent) {
        String text = String.valueOf(sent.getValue("is_canceled", ""));
        if (!text.matches("true|false")) {
            throw BotError.bad("is_canceled is no boolean");
        }
        return Boolean.parseBoolean(text);
    }

    private Object setWebhook(JsonObject sent) {
        String secret = sent.getString("secret_token", "");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw BotError.bad("secret token contains unallowed characters");
        }
        updates.target(sent.getString("url", ""), secret);
        return true;
    }

    /** Oldest first. */
    private JsonObject transactions(JsonObject sent) {
        long offset = number(sent, "offset", 0);
        long limit = number(sent, "limit", LIMIT_MAX);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw BotError.bad("LIMIT_INVALID");
        }
        return new JsonObject()
                .put("transactions", new JsonArray(invoices.transactions(offset, limit)));
    }

    private long balance() {
        return invoices.transactions().stream()
                .mapToLong(
                        it ->
                                it.containsKey("receiver")
                                        ? -it.getLong("amount")
                                        : it.getLong("amount"))
                .sum();
    }

    private static long number(JsonObject sent, String name, long usual) {
        String text = String.valueOf(sent.getValue(name, usual));
        if (!text.matches("\\d{1,15}")) {
            throw BotError.bad(name + " is no number");
        }
        return Long.parseLong(text);
    }

    private static JsonObject me() {
        return new JsonObject()
                .put("id", 123_456_789)
                .put("is_bot", true)
                .put("first_name", "Sandbox")
                .put("username", "cybervpn_sandbox_bot");
    }
}
