package io.cybervpn.sandbox.stripe;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Stripe: its server, and what tests may reach directly. */
public final class Stripe implements AutoCloseable {

    /** The version that events are written in. */
    public static final String API_VERSION = "2026-10-28.endive";

    /** The key that the server takes; no secret, nothing but the sandbox accepts it. */
    public static final String SECRET_KEY = "sk_test_of_the_sandbox";

    /** What events are signed with; no secret either. */
    public static final String WEBHOOK_SECRET = "whsec_of_the_sandbox_0123456789abcdef";

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final StateLock lock = new StateLock();
    private final AtomicReference<String> baseUrl = new AtomicReference<>("");
    private final IdempotentAnswers answers = new IdempotentAnswers();
    private final StripeCards cards = new StripeCards();
    private final Webhooks webhooks;
    private final StripeEvents events;
    private final StripePayments payments;
    private final StripeSessions sessions;
    private final SandboxServer server;
    private final URI url;

    /**
     * Starts listening; port 0 takes any free one. Events go nowhere until {@code
     * webhooks().target} is told where.
     */
    public Stripe(Vertx vertx, int port, List<Duration> retries) {
        this.webhooks = new Webhooks(vertx, faults, "", retries);
        this.events = new StripeEvents(webhooks, clock, WEBHOOK_SECRET);
        this.payments = new StripePayments(clock, events);
        this.sessions = new StripeSessions(lock, clock, baseUrl::get, events, payments, cards);
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> StripeError.answer(400, "invalid_request_error", "", ""),
                                call -> StripeError.answer(500, "api_error", "", "")));
        new StripeControl(sessions, payments, events, cards)
                .add(
                        new Control(
                                server,
                                new Control.World(
                                        "Stripe",
                                        faults,
                                        webhooks,
                                        clock,
                                        this::state,
                                        this::reset)));
        new StripePage(sessions).add(server);
        new StripeRoutes(
                        SECRET_KEY,
                        clock,
                        new StripeRoutes.Parts(sessions, payments, events, cards),
                        answers)
                .add(server);
        this.url = server.listen(port);
        baseUrl.set(url.toString());
    }

    private JsonObject state() {
        return new JsonObject()
                .put("sessions", array(sessions.all()))
                .put("payment_intents", array(payments.intents().values()))
                .put("charges", array(payments.charges().values()))
                .put("refunds", array(payments.refunds().values()))
                .put("disputes", array(payments.disputes().values()));
    }

    private static JsonArray array(Collection<JsonObject> objects) {
        return new JsonArray(List.copyOf(objects));
    }

    private void reset() {
        sessions.clear();
        payments.clear();
        events.clear();
        answers.clear();
        cards.clear();
    }

    /** The Stripe-Signature header of a body that leaves at this second. */
    public static String signatureHeader(long epochSecond, byte[] body) {
        return StripeEvents.header(WEBHOOK_SECRET, epochSecond, body);
    }

    /** {@code http://127.0.0.1:port}; the methods are under /v1. */
    public URI url() {
        return url;
    }

    /** The sessions, to look at, pay and expire. */
    public StripeSessions sessions() {
        return sessions;
    }

    /** The cards that were paid with, to spoil and to look at. */
    public StripeCards cards() {
        return cards;
    }

    /** Everything told so far, newest first. */
    public List<JsonObject> events() {
        return lock.with(events::all);
    }

    /** The PaymentIntents, oldest first. */
    public List<JsonObject> intents() {
        return lock.with(() -> payments.intents().values().stream().map(JsonObject::copy).toList());
    }

    /** The refunds, oldest first. */
    public List<JsonObject> refunds() {
        return lock.with(() -> payments.refunds().values().stream().map(JsonObject::copy).toList());
    }

    /** The disputes, oldest first. */
    public List<JsonObject> disputes() {
        return lock.with(
                () -> payments.disputes().values().stream().map(JsonObject::copy).toList());
    }

    /** Somebody gives money back in the dashboard: the refund names no payment of the shop. */
    public JsonObject refundInDashboard(String intent, long units) {
        return lock.with(
                () -> payments.refund(intent(intent), Optional.of(units), new JsonObject()).copy());
    }

    /** The bank sends a refund back that had succeeded. */
    public void failRefund(String id) {
        lock.run(
                () ->
                        payments.failRefund(
                                Optional.ofNullable(payments.refunds().get(id)).orElseThrow()));
    }

    /** The payer goes to the bank. */
    public JsonObject dispute(String intent) {
        return lock.with(() -> payments.dispute(intent(intent)).copy());
    }

    /** A dispute becomes anything, such as won or lost, and that is told. */
    public JsonObject closeDispute(String id, String status) {
        return lock.with(
                () -> {
                    JsonObject dispute =
                            Optional.ofNullable(payments.disputes().get(id)).orElseThrow();
                    payments.close(dispute, status);
                    return dispute.copy();
                });
    }

    private JsonObject intent(String id) {
        return Optional.ofNullable(payments.intents().get(id)).orElseThrow();
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** What was sent, and where to. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** Stripe's time: move it to let sessions expire. */
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
