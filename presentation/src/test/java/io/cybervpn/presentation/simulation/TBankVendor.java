package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.tbank.TBank;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** T-Bank of the sandbox. */
record TBankVendor(TBank server) implements Vendor {
    private static final List<String> PAID = List.of("CONFIRMED", "REFUNDED", "PARTIAL_REFUNDED");

    @Override
    public String name() {
        return "tbank";
    }

    @Override
    public List<Asset> assets() {
        return List.of(Asset.RUB);
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
        return fault.on("POST", "/v2/Init");
    }

    /** What the shop has cancelled cannot be paid. */
    @Override
    public List<String> invoices(String payment) {
        return server.payments().ofOrder(payment).stream()
                .filter(
                        one ->
                                !PAID.contains(one.getString("Status"))
                                        && !one.getString("Status").equals("CANCELED"))
                .map(one -> one.getLong("PaymentId").toString())
                .toList();
    }

    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        server.payments()
                .pay(Long.parseLong(invoice), new JsonObject().put("Amount", money.minorUnits()));
        return true;
    }

    @Override
    public List<Took> took() {
        return server.payments().all().stream()
                .filter(one -> PAID.contains(one.getString("Status")))
                .map(
                        one ->
                                new Took(
                                        one.getString("OrderId"),
                                        one.getLong("PaymentId").toString(),
                                        new Money(one.getLong("Amount"), Asset.RUB),
                                        Instant.EPOCH))
                .toList();
    }

    @Override
    public void end(String invoice) {
        server.payments().become(Long.parseLong(invoice), "REJECTED");
    }
}
