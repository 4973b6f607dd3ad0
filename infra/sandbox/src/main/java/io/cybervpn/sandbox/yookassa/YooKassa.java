package io.cybervpn.sandbox.yookassa;

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

/** YooKassa: its server, and what tests may reach directly. Its pushes go nowhere at first. */
public final class YooKassa implements AutoCloseable {

    /** The number of its one shop. */
    public static final String SHOP_ID = "100500";

    /** That shop's key; no secret, nothing but the sandbox accepts it. */
    public static final String SECRET_KEY = "test_sandbox-key-of-yookassa";

    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final AtomicReference<String> baseUrl = new AtomicReference<>("");
    private final Webhooks webhooks;
    private final YooKassaPayments payments;
    private final YooKassaRefunds refunds;
    private final YooKassaReceipts receipts;
    private final SandboxServer server;
    private final URI url;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     * @param retries the pauses between attempts to deliver a push
     */
    public YooKassa(Vertx vertx, int port, List<Duration> retries) {
        StateLock lock = new StateLock();
        this.webhooks = new Webhooks(vertx, faults, "", retries);
        YooKassaPushes pushes = new YooKassaPushes(webhooks);
        this.receipts = new YooKassaReceipts(lock);
        this.payments = new YooKassaPayments(lock, clock, baseUrl::get, receipts, pushes::tell);
        this.refunds = new YooKassaRefunds(lock, clock, payments, receipts, pushes::tell);
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> YooKassaError.answer(400, "invalid_request"),
                                call -> YooKassaError.answer(500, "internal_server_error")));
        Control.World world =
                new Control.World("YooKassa", faults, webhooks, clock, this::state, this::reset);
        YooKassaPage page = new YooKassaPage(payments, refunds, pushes);
        YooKassaReceiptRoutes fiscal = new YooKassaReceiptRoutes(receipts, payments, refunds);
        Control control = new Control(server, world);
        page.add(control);
        fiscal.add(control);
        page.add(server);
        fiscal.add(server);
        new YooKassaRefundRoutes(refunds).add(server);
        new YooKassaRoutes(payments).add(server);
        this.url = server.listen(port);
        baseUrl.set(url.toString());
    }

    private JsonObject state() {
        JsonArray all = new JsonArray();
        payments.all().stream().map(YooKassaPayments::shown).forEach(all::add);
        return new JsonObject()
                .put("payments", all)
                .put("refunds", new JsonArray(List.copyOf(refunds.all())))
                .put("receipts", new JsonArray(List.copyOf(receipts.all())));
    }

    private void reset() {
        payments.clear();
        refunds.clear();
        receipts.clear();
    }

    /** {@code http://127.0.0.1:port}; the API is under /v3. */
    public URI url() {
        return url;
    }

    /** The payments, to look at, pay and cancel. */
    public YooKassaPayments payments() {
        return payments;
    }

    /** The refunds, to look at and to make as in the merchant's cabinet. */
    public YooKassaRefunds refunds() {
        return refunds;
    }

    /** The fiscal receipts, to look at and to let fail. */
    public YooKassaReceipts receipts() {
        return receipts;
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
