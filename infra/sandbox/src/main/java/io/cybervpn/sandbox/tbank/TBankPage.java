package io.cybervpn.sandbox.tbank;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.function.LongFunction;

/** The page to pay at: two buttons, of which one has no money; and what /_sandbox offers. */
final class TBankPage {

    private final TBankPayments payments;

    TBankPage(TBankPayments payments) {
        this.payments = payments;
    }

    void add(SandboxServer server) {
        server.on(GET, "/pay/:id", call -> with(call, this::show));
        server.on(POST, "/pay/:id", call -> with(call, id -> page(payments.pay(id))));
        server.on(
                POST,
                "/pay/:id/decline",
                call -> with(call, id -> page(payments.become(id, "REJECTED"))));
    }

    void add(Control control) {
        control.on(
                POST,
                "/_sandbox/payments/:id/pay",
                "pays; fields of the body (Amount, OrderId, …) replace the payment's: lies",
                call -> {
                    JsonObject lies = call.bodyOrEmpty();
                    return with(call, id -> Answer.json(200, payments.pay(id, lies)));
                });
        control.on(
                POST,
                "/_sandbox/payments/:id/refund",
                "{kopecks}: gives money back as in the bank's cabinet",
                call -> {
                    long kopecks = call.bodyOrEmpty().getLong("kopecks", 0L);
                    return with(call, id -> Answer.json(200, payments.refund(id, kopecks)));
                });
        control.on(
                POST,
                "/_sandbox/payments/:id/become/:status",
                "goes into that state, and tells: REJECTED, DEADLINE_EXPIRED, REFUNDED, …",
                call -> {
                    String status = call.param("status");
                    return with(call, id -> Answer.json(200, payments.become(id, status)));
                });
    }

    private Answer with(Call call, LongFunction<Answer> act) {
        String text = call.param("id");
        return text.matches("\\d{1,18}") && payments.find(Long.parseLong(text)).isPresent()
                ? act.apply(Long.parseLong(text))
                : html(404, "<h1>No such payment</h1>");
    }

    private Answer show(long id) {
        payments.show(id);
        return page(payments.find(id).orElseThrow());
    }

    private static Answer page(JsonObject payment) {
        String price = BigDecimal.valueOf(payment.getLong("Amount"), 2).toPlainString() + " RUB";
        String state =
                switch (payment.getString("Status")) {
                    case "NEW", "FORM_SHOWED" ->
                            "<form method=post><button>Pay %s</button></form><form method=post action=\"/pay/%d/decline\"><button class=no>A card without money</button></form>"
                                    .formatted(price, payment.getLong("PaymentId"));
                    case "CONFIRMED" -> "<p class=paid>Paid. You can close this page.</p>";
                    default -> "<p>This payment has ended.</p>";
                };
        return html(
                200,
                "<h1>%s</h1><p class=price>%s</p>%s"
                        .formatted(escape(payment.getString("Description")), price, state));
    }

    private static Answer html(int status, String content) {
        String page =
                """
                <!doctype html><html lang=en><meta charset=utf-8>
                <meta name=viewport content="width=device-width">
                <title>T-Bank (sandbox)</title>
                <style>body{font:18px sans-serif;max-width:24em;margin:4em auto;text-align:center}
                button{font:inherit;padding:.6em 2em;border:0;border-radius:.5em;background:#ffdd2d}
                .no{background:#ddd}.price{font-size:2em}.paid{color:#0a7d32}small{color:#777}</style>
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
