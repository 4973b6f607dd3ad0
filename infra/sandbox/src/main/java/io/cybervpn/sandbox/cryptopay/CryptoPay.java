package io.cybervpn.sandbox.cryptopay;

import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
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
import java.util.concurrent.atomic.AtomicReference;

/** Crypto Pay: its server, and what tests may reach directly. */
public final class CryptoPay implements AutoCloseable {

    private final StateLock lock = new StateLock();
    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final AtomicReference<String> baseUrl = new AtomicReference<>("");
    private final CryptoPayBalance balance = new CryptoPayBalance(clock);
    private final Webhooks webhooks;
    private final CryptoPayInvoices invoices;
    private final SandboxServer server;
    private final URI url;

    /** Starts listening. */
    public CryptoPay(Vertx vertx, SandboxSettings settings, SandboxTempo tempo) {
        this.webhooks =
                new Webhooks(
                        vertx, faults, settings.cryptoPayWebhookUrl(), tempo.cryptoPayRetries());
        CryptoPayWebhooks signed =
                new CryptoPayWebhooks(webhooks, clock, settings.cryptoPayToken());
        this.invoices =
                new CryptoPayInvoices(
                        lock,
                        clock,
                        baseUrl::get,
                        invoice -> {
                            balance.receive(invoice);
                            signed.paid(invoice);
                        });
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> CryptoPayError.answer(400, "JSON_INVALID"),
                                call -> CryptoPayError.answer(500, "APP_ERROR")));
        Control.World world =
                new Control.World("Crypto Pay", faults, webhooks, clock, this::state, this::reset);
        new CryptoPayControl(invoices, signed).add(new Control(server, world));
        new PayPage(invoices).add(server);
        new CryptoPayRoutes(settings.cryptoPayToken(), invoices, balance).add(server);
        this.url = server.listen(settings.cryptoPayPort());
        baseUrl.set(url.toString());
    }

    private JsonObject state() {
        JsonArray all = new JsonArray();
        invoices.all().forEach(all::add);
        return new JsonObject()
                .put("invoices", all)
                .put("balance", balance.view())
                .put("transfers", balance.transfers());
    }

    private void reset() {
        invoices.clear();
        balance.clear();
    }

    /** {@code http://127.0.0.1:port}; the methods are under /api. */
    public URI url() {
        return url;
    }

    /** The invoices, to look at, pay and expire. */
    public CryptoPayInvoices invoices() {
        return invoices;
    }

    /** What went out to people; a copy. */
    public JsonArray transfers() {
        return lock.with(balance::transfers);
    }

    /** The shop puts coins into its app, beside what invoices bring. */
    public void deposit(String asset, String amount) {
        lock.run(() -> balance.deposit(asset, amount));
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** What was sent, and where to. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** Crypto Pay's time: move it to let invoices expire. */
    public SandboxClock clock() {
        return clock;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
