package io.cybervpn.sandbox.telegram;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Telegram, as one bot sees it: its server, and what tests may reach directly. */
public final class TelegramBot implements AutoCloseable {

    /** The bot's token; no secret, nothing but the sandbox accepts it. */
    public static final String TOKEN = "123456789:TEST-vector-token-not-a-real-bot-00";

    /** The secret that the shop's webhook is set with in tests and by {@code ./cybervpn}. */
    public static final String WEBHOOK_SECRET = "secret_of_the_sandbox-0123456789abcdef";

    /** Who pays on the page. */
    public static final long USER = 42;

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final StateLock lock = new StateLock();
    private final AtomicReference<String> baseUrl = new AtomicReference<>("");
    private final Webhooks webhooks;
    private final BotUpdates updates;
    private final StarInvoices invoices;
    private final SandboxServer server;
    private final URI url;

    /** Starts listening; port 0 takes any free one. Updates go nowhere until a webhook is set. */
    public TelegramBot(Vertx vertx, int port, List<Duration> retries) {
        this.webhooks = new Webhooks(vertx, faults, "", retries);
        this.updates = new BotUpdates(vertx, webhooks, clock);
        this.invoices = new StarInvoices(lock, clock, updates);
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> BotError.answer(400, "Bad Request: can't parse JSON"),
                                call -> BotError.answer(500, "Internal Server Error")));
        Control control =
                new Control(
                        server,
                        new Control.World(
                                "Telegram", faults, webhooks, clock, this::state, this::reset));
        control.on(
                POST,
                "/_sandbox/invoices/:slug/take",
                "takes the stars without asking; fields of the body replace what is told: lies",
                call ->
                        Answer.json(
                                200, invoices.take(call.param("slug"), USER, call.bodyOrEmpty())));
        subscriptionControls(control);
        server.on(GET, "/invoice/:slug", call -> page(call.param("slug"), ""));
        server.on(POST, "/invoice/:slug", call -> press(call.param("slug")));
        new BotRoutes(TOKEN, baseUrl::get, invoices, updates).add(server);
        this.url = server.listen(port);
        baseUrl.set(url.toString());
    }

    private void subscriptionControls(Control control) {
        control.on(
                POST,
                "/_sandbox/subscriptions/:charge/month",
                "a month passes: charges once more; fields of the body replace what is told",
                call ->
                        invoices.passMonth(call.param("charge"), call.bodyOrEmpty())
                                .map(told -> Answer.json(200, told))
                                .orElseGet(() -> BotError.answer(409, "it is cancelled")));
        control.on(
                POST,
                "/_sandbox/subscriptions/:charge/cancel",
                "its user cancels it",
                call -> {
                    invoices.subscriptions().cancel(call.param("charge"));
                    return Answer.json(200, new JsonObject().put("active", false));
                });
        control.on(
                POST,
                "/_sandbox/subscriptions/:charge/enable",
                "its user switches it on again, if he may",
                call ->
                        Answer.json(
                                200,
                                new JsonObject()
                                        .put(
                                                "active",
                                                invoices.subscriptions()
                                                        .enable(call.param("charge")))));
        control.on(
                POST,
                "/_sandbox/subscriptions/:charge/fail",
                "there are too few stars for the next month",
                call -> {
                    invoices.subscriptions().fail(call.param("charge"));
                    return Answer.json(200, new JsonObject().put("active", false));
                });
    }

    /** The button does not wait for the bot: the page says whether the stars are gone. */
    private Answer press(String slug) {
        if (invoices.find(slug).isEmpty()) {
            return page(slug, "");
        }
        var answer = invoices.pay(slug, USER);
        return page(slug, answer.isDone() ? "" : "<p>The bot is being asked.</p>");
    }

    private Answer page(String slug, String note) {
        String type = "text/html; charset=utf-8";
        return invoices.find(slug)
                .map(link -> Answer.text(200, type, html(link) + note))
                .orElseGet(() -> Answer.text(404, type, "<h1>No such invoice</h1>"));
    }

    private String html(JsonObject link) {
        long paid =
                invoices.transactions().stream()
                        .filter(
                                it ->
                                        it.getJsonObject("source", new JsonObject())
                                                .getString("invoice_payload", "")
                                                .equals(link.getString("payload")))
                        .count();
        return "<!doctype html><meta charset=utf-8><title>Telegram (sandbox)</title><h1>"
                + escape(link.getString("title"))
                + "</h1><p>paid "
                + paid
                + " times</p><form method=post><button>Pay "
                + link.getLong("amount")
                + " stars</button></form><p><small>Sandbox: no money moves here.</small></p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private JsonObject state() {
        return new JsonObject()
                .put("transactions", new JsonArray(invoices.transactions()))
                .put("subscriptions", new JsonArray(invoices.subscriptions().all()));
    }

    private void reset() {
        invoices.clear();
    }

    /** As setWebhook does. */
    public void setWebhook(String target, String secret) {
        updates.target(target, secret);
    }

    /** {@code http://127.0.0.1:port}; the methods are under /bot{token}. */
    public URI url() {
        return url;
    }

    /** The invoice links, to look at and to pay. */
    public StarInvoices invoices() {
        return invoices;
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** What was sent, but for questions, and where to. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** Telegram's time. */
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public void close() {
        updates.close();
        webhooks.close();
        server.close();
    }
}
