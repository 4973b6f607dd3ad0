package io.cybervpn.sandbox.revenuecat;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** RevenueCat: its server, and what tests may reach directly. Its pushes go nowhere at first. */
public final class RevenueCat implements AutoCloseable {

    /** The project's key; no secret, nothing but the sandbox accepts it. */
    public static final String API_KEY = "sk_sandbox_key_of_revenuecat";

    /** What its pushes carry. */
    public static final String AUTHORIZATION = "Token sandbox-of-revenuecat";

    /** What its pushes are signed with. */
    public static final String WEBHOOK_SECRET = "rc_test_secret_1";

    private static final int REFUSED = 401;

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final Webhooks webhooks;
    private final Subscribers subscribers;
    private final SandboxServer server;
    private final URI url;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     * @param unit the real pauses between attempts are 5, 10, 20, 40 and 80 minutes; here a minute
     *     is so long
     */
    public RevenueCat(Vertx vertx, int port, Duration unit) {
        StateLock lock = new StateLock();
        List<Duration> retries =
                List.of(5, 10, 20, 40, 80).stream().map(unit::multipliedBy).toList();
        this.webhooks = new Webhooks(vertx, faults, "", retries);
        this.subscribers = new Subscribers(lock, clock, new EventPushes(webhooks, clock));
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> error(400, 7226, "The request body is malformed."),
                                call -> error(500, 7110, "Internal server error.")));
        control(
                new Control(
                        server,
                        new Control.World(
                                "RevenueCat",
                                faults,
                                webhooks,
                                clock,
                                subscribers::state,
                                subscribers::clear)));
        server.on(GET, "/v1/subscribers/:user", this::subscriber);
        server.otherwise(call -> error(404, 7117, "The resource was not found."));
        this.url = server.listen(port);
    }

    private Answer subscriber(Call call) {
        if (!call.header("Authorization").equals(Optional.of("Bearer " + API_KEY))) {
            return error(REFUSED, 7225, "Invalid API key.");
        }
        Subscribers.Shown shown = subscribers.show(call.param("user"));
        return Answer.json(shown.made() ? 201 : 200, shown.answer());
    }

    private void control(Control control) {
        control.on(
                POST,
                "/_sandbox/subscribers/:user/buy",
                "{product, days?} buys in the App Store for money",
                call -> {
                    JsonObject wish = call.bodyOrEmpty();
                    String transaction =
                            subscribers.buy(
                                    call.param("user"),
                                    Subscribers.Wish.of(
                                            wish.getString("product", "vpn_month"),
                                            Duration.ofDays(wish.getInteger("days", 30))));
                    return Answer.json(200, new JsonObject().put("transaction", transaction));
                });
        Map.<String, Deed>of(
                        "unsubscribe", subscribers::unsubscribe,
                        "refund", subscribers::refund,
                        "reverse-refund", subscribers::reverseRefund,
                        "expire", subscribers::expire)
                .forEach((name, deed) -> deed(control, name, deed));
    }

    private void deed(Control control, String name, Deed deed) {
        control.on(
                POST,
                "/_sandbox/subscribers/:user/" + name,
                "{product} and tells it",
                call -> {
                    String product = call.bodyOrEmpty().getString("product", "vpn_month");
                    if (subscribers.purchase(call.param("user"), product).isEmpty()) {
                        throw Control.bad("he has not bought it");
                    }
                    deed.on(call.param("user"), product);
                    return Answer.empty(204);
                });
    }

    private interface Deed {
        void on(String user, String product);
    }

    private static Answer error(int status, int code, String message) {
        return Answer.json(status, new JsonObject().put("code", code).put("message", message));
    }

    /** {@code http://127.0.0.1:port}; the API is under /v1. */
    public URI url() {
        return url;
    }

    /** The customers, to let buy and leave. */
    public Subscribers subscribers() {
        return subscribers;
    }

    /** The headers of a push made now with this body. */
    public Map<String, String> headers(byte[] body) {
        return EventPushes.headers(clock.instant().getEpochSecond(), body);
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** The time of the stores. */
    public SandboxClock clock() {
        return clock;
    }

    /** What was sent, and where to. */
    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
