package io.cybervpn.sandbox.yookassa;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** The page to pay at: two buttons, of which one has no money; and what /_sandbox offers. */
final class YooKassaPage {

    private final YooKassaPayments payments;
    private final YooKassaRefunds refunds;
    private final YooKassaPushes pushes;

    YooKassaPage(YooKassaPayments payments, YooKassaRefunds refunds, YooKassaPushes pushes) {
        this.payments = payments;
        this.refunds = refunds;
        this.pushes = pushes;
    }

    void add(SandboxServer server) {
        server.on(GET, "/pay/:id", call -> with(call, YooKassaPage::page));
        server.on(POST, "/pay/:id", call -> with(call, payment -> page(payments.pay(id(payment)))));
        server.on(
                POST,
                "/pay/:id/decline",
                call ->
                        with(
                                call,
                                payment ->
                                        page(payments.cancel(id(payment), "insufficient_funds"))));
    }

    void add(Control control) {
        addRefunds(control);
        control.on(
                POST,
                "/_sandbox/payments/:id/pay",
                "pays; fields of the body (amount, metadata, test, …) replace the payment's: lies",
                call -> {
                    JsonObject lies = call.bodyOrEmpty();
                    return with(call, payment -> Answer.json(200, payments.pay(id(payment), lies)));
                });
        control.on(
                POST,
                "/_sandbox/payments/:id/cancel",
                "ends it unpaid",
                call ->
                        with(
                                call,
                                payment ->
                                        Answer.json(
                                                200,
                                                payments.cancel(id(payment), "general_decline"))));
        control.on(
                POST,
                "/_sandbox/payments/:id/webhook",
                "{event, …}: a push about it, with fields of the body replaced; may lie",
                call -> {
                    JsonObject lies = call.bodyOrEmpty();
                    Object event = lies.remove("event");
                    return with(
                            call,
                            payment -> {
                                pushes.tell(String.valueOf(event), payment.mergeIn(lies));
                                return Answer.empty(202);
                            });
                });
    }

    private void addRefunds(Control control) {
        control.on(
                POST,
                "/_sandbox/payments/:id/refund",
                "{value}: gives money back as in the merchant's cabinet",
                call -> {
                    String value = call.bodyOrEmpty().getString("value", "");
                    return with(
                            call,
                            payment -> Answer.json(200, refunds.inCabinet(id(payment), value)));
                });
        control.on(
                POST,
                "/_sandbox/refunds/next/:status",
                "what refunds are at first from now on: succeeded, pending, canceled",
                call -> {
                    refunds.next(call.param("status"));
                    return Answer.empty(202);
                });
    }

    private Answer with(Call call, Function<JsonObject, Answer> act) {
        return payments.find(call.param("id"))
                .map(YooKassaPayments::shown)
                .map(act)
                .orElseGet(() -> html(404, "<h1>No such payment</h1>"));
    }

    private static String id(JsonObject payment) {
        return payment.getString("id");
    }

    private static Answer page(JsonObject payment) {
        JsonObject amount = payment.getJsonObject("amount");
        String price = escape(amount.getString("value") + " " + amount.getString("currency"));
        String state =
                switch (payment.getString("status")) {
                    case "pending" ->
                            "<form method=post><button>Pay %s</button></form><form method=post action=\"/pay/%s/decline\"><button class=no>A card without money</button></form>"
                                    .formatted(price, id(payment));
                    case "canceled" -> "<p>This payment is canceled.</p>";
                    default -> "<p class=paid>Paid. You can close this page.</p>";
                };
        return html(
                200,
                "<h1>%s</h1><p class=price>%s</p>%s"
                        .formatted(escape(payment.getString("description")), price, state));
    }

    private static Answer html(int status, String content) {
        String page =
                """
                <!doctype html><html lang=en><meta charset=utf-8>
                <meta name=viewport content="width=device-width">
                <title>YooKassa (sandbox)</title>
                <style>body{font:18px sans-serif;max-width:24em;margin:4em auto;text-align:center}
                button{font:inherit;padding:.6em 2em;border:0;border-radius:.5em;background:#8b3ffd;color:#fff}
                .no{background:#777}.price{font-size:2em}.paid{color:#0a7d32}small{color:#777}</style>
                %s<p><small>Sandbox: no money moves here.</small></p></html>
                """
                        .formatted(content);
        return Answer.text(status, "text/html; charset=utf-8", page);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
