package io.cybervpn.sandbox.stripe;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The page that a session's url leads to: a card that pays, and a bank that takes its time. */
final class StripePage {

    private final StripeSessions sessions;

    StripePage(StripeSessions sessions) {
        this.sessions = sessions;
    }

    void add(SandboxServer server) {
        server.on(GET, "/c/pay/:id", call -> with(call, StripePage::page));
        server.on(POST, "/c/pay/:id", call -> with(call, session -> pay(call, session)));
    }

    private Answer with(Call call, Function<JsonObject, Answer> act) {
        return sessions.find(call.param("id"))
                .map(act)
                .orElseGet(() -> html(404, "<h1>No such session</h1>"));
    }

    private Answer pay(Call call, JsonObject session) {
        if (!session.getString("status").equals("open")) {
            return page(session);
        }
        String id = session.getString("id");
        boolean bank = call.fields().getOrDefault("with", "card").equals("bank");
        return page(bank ? sessions.payLater(id) : sessions.pay(id));
    }

    private static Answer page(JsonObject session) {
        String price =
                escape(
                        session.getLong("amount_total")
                                + " minor units of "
                                + session.getString("currency").toUpperCase(Locale.ROOT));
        String about = escape(session.getString("description", "Checkout"));
        String state =
                switch (session.getString("status")) {
                    case "open" ->
                            "<form method=post><button name=with value=card>Pay by card</button>"
                                    + " <button name=with value=bank>By bank debit</button></form>";
                    case "complete" -> "<p class=paid>Thank you. " + back(session) + "</p>";
                    default -> "<p>This session has expired.</p>";
                };
        return html(200, "<h1>" + about + "</h1><p class=price>" + price + "</p>" + state);
    }

    private static String back(JsonObject session) {
        return Optional.ofNullable(session.getString("success_url"))
                .map(url -> "<a href=\"" + escape(url) + "\">Back to the shop</a>")
                .orElse("You can close this page.");
    }

    private static Answer html(int status, String content) {
        String page =
                """
                <!doctype html><html lang=en><meta charset=utf-8>
                <meta name=viewport content="width=device-width">
                <title>Stripe Checkout (sandbox)</title>
                <style>body{font:18px sans-serif;max-width:24em;margin:4em auto;text-align:center}
                button{font:inherit;padding:.6em 2em;border:0;border-radius:.5em;background:#635bff;color:#fff}
                .price{font-size:1.5em}.paid{color:#0a7d32}small{color:#777}</style>
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
