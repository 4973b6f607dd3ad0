package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.cryptopay.CryptoPay;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Crypto Pay of the sandbox. */
record CryptoPayVendor(CryptoPay server) implements Vendor.Server {
    @Override
    public String name() {
        return "cryptobot";
    }

    @Override
    public List<Asset> assets() {
        return List.of(Asset.RUB, Asset.USD, Asset.USDT);
    }

    @Override
    public Faults faults() {
        return server.faults();
    }

    @Override
    public Webhooks webhooks() {
        return server.webhooks();
    }

    @Override
    public SandboxClock clock() {
        return server.clock();
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", "/api/createInvoice");
    }

    @Override
    public List<String> invoices(String payment) {
        return server.invoices().byPayload(payment).stream()
                .filter(one -> !one.getString("status").equals("paid"))
                .map(one -> one.getLong("invoice_id").toString())
                .toList();
    }

    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        String kind = asked.asset().equals(Asset.USDT) ? "asset" : "fiat";
        JsonObject lies = new JsonObject().put("paid_asset", "USDT");
        if (!money.equals(asked)) {
            lies.put("amount", money.toDecimal()).put(kind, money.asset().code());
        }
        server.invoices().pay(Long.parseLong(invoice), lies);
        return true;
    }

    @Override
    public List<Took> took() {
        return server.invoices().all().stream()
                .filter(one -> one.getString("status").equals("paid"))
                .map(CryptoPayVendor::taken)
                .toList();
    }

    private static Took taken(JsonObject invoice) {
        return new Took(
                invoice.getString("payload"),
                invoice.getLong("invoice_id").toString(),
                Vendor.money(
                        invoice.getString("amount"),
                        invoice.getString("fiat", invoice.getString("asset"))),
                Instant.parse(invoice.getString("paid_at")));
    }

    @Override
    public void end(String invoice) {
        server.invoices().expire(Long.parseLong(invoice));
    }
}
