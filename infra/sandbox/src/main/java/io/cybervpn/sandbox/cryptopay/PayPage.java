package io.cybervpn.sandbox.cryptopay;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** The page that an invoice's links lead to: one button, which pays. */
final class PayPage {

    private final CryptoPayInvoices invoices;

    PayPage(CryptoPayInvoices invoices) {
        this.invoices = invoices;
    }

    void add(SandboxServer server) {
        server.on(GET, "/pay/:hash", call -> with(call, PayPage::page));
        server.on(POST, "/pay/:hash", call -> with(call, this::pay));
    }

    private Answer with(Call call, Function<JsonObject, Answer> act) {
        return invoices.byHash(call.param("hash"))
                .map(act)
                .orElseGet(() -> html(404, "<h1>No such invoice</h1>"));
    }

    private Answer pay(JsonObject invoice) {
        if (!invoice.getString("status").equals("active")) {
            return page(invoice);
        }
        return page(invoices.pay(invoice.getLong("invoice_id")));
    }

    private static Answer page(JsonObject invoice) {
        String currency = invoice.getString("fiat", invoice.getString("asset"));
        String price = escape(invoice.getString("amount") + " " + currency);
        String about =
                escape(
                        invoice.getString(
                                "description", "Invoice " + invoice.getLong("invoice_id")));
        String state =
                switch (invoice.getString("status")) {
                    case "active" -> "<form method=post><button>Pay " + price + "</button></form>";
                    case "paid" -> "<p class=paid>Paid. " + back(invoice) + "</p>";
                    default -> "<p>This invoice has expired.</p>";
                };
        return html(200, "<h1>" + about + "</h1><p class=price>" + price + "</p>" + state);
    }

    private static String back(JsonObject invoice) {
        String url = invoice.getString("paid_btn_url", "");
        return url.isEmpty()
                ? "You can close this page."
                : "<a href=\"" + escape(url) + "\">Back to the shop</a>";
    }

    private static Answer html(int status, String content) {
        String page =
                """
                <!doctype html><html lang=en><meta charset=utf-8>
                <meta name=viewport content="width=device-width">
                <title>Crypto Pay (sandbox)</title>
                <style>body{font:18px sans-serif;max-width:24em;margin:4em auto;text-align:center}
                button{font:inherit;padding:.6em 2em;border:0;border-radius:.5em;background:#0a84ff;color:#fff}
                .price{font-size:2em}.paid{color:#0a7d32}small{color:#777}</style>
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
