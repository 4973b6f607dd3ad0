package io.cybervpn.sandbox.tbank;

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

/** T-Bank: its server, and what tests may reach directly. Its pushes go nowhere at first. */
public final class TBank implements AutoCloseable {

    /** Its one terminal. */
    public static final String TERMINAL = "1700000000000DEMO";

    /** That terminal's password; no secret, nothing but the sandbox accepts it. */
    public static final String PASSWORD = "sandbox-password-of-tbank";

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final AtomicReference<String> baseUrl = new AtomicReference<>("");
    private final Webhooks webhooks;
    private final TBankPayments payments;
    private final SandboxServer server;
    private final URI url;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     * @param retries the pauses between attempts to deliver a push
     */
    public TBank(Vertx vertx, int port, List<Duration> retries) {
        StateLock lock = new StateLock();
        this.webhooks = new Webhooks(vertx, faults, "", retries);
        this.payments =
                new TBankPayments(lock, clock, baseUrl::get, new TBankPushes(webhooks)::tell);
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> Answer.text(400, "text/plain", "no JSON"),
                                call -> Answer.text(500, "text/plain", "broken")));
        Control.World world =
                new Control.World("T-Bank", faults, webhooks, clock, this::state, payments::clear);
        TBankPage page = new TBankPage(payments);
        page.add(new Control(server, world));
        page.add(server);
        new TBankRoutes(payments).add(server);
        this.url = server.listen(port);
        baseUrl.set(url.toString());
    }

    private JsonObject state() {
        JsonArray all = new JsonArray();
        payments.all().forEach(all::add);
        return new JsonObject().put("payments", all);
    }

    /** {@code http://127.0.0.1:port}; the methods are under /v2. */
    public URI url() {
        return url;
    }

    /** The payments, to look at, pay and end. */
    public TBankPayments payments() {
        return payments;
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** What was sent, and where to. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** Its time: move it to let payments end. */
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
