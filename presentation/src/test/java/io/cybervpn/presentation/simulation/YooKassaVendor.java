package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** YooKassa of the sandbox. */
record YooKassaVendor(YooKassa server) implements Vendor.Server {
    @Override
    public String name() {
        return "yookassa";
    }

    @Override
    public List<Asset> assets() {
        return List.of(Asset.RUB, Asset.USD);
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
    public boolean keepsCards() {
        return true;
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", "/v3/payments");
    }

    @Override
    public List<String> invoices(String payment) {
        return server.payments().byMetadata("payment", payment).stream()
                .filter(one -> !one.getString("status").equals("succeeded"))
                .map(one -> one.getString("id"))
                .toList();
    }

    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        JsonObject lies = new JsonObject();
        if (!money.equals(asked)) {
            lies.put(
                    "amount",
                    new JsonObject()
                            .put("value", money.toDecimal())
                            .put("currency", money.asset().code()));
        }
        server.payments().pay(invoice, lies);
        return true;
    }

    @Override
    public List<Took> took() {
        return server.payments().all().stream()
                .filter(one -> one.getString("status").equals("succeeded"))
                .map(YooKassaVendor::taken)
                .toList();
    }

    private static Took taken(JsonObject payment) {
        JsonObject amount = payment.getJsonObject("amount");
        return new Took(
                payment.getJsonObject("metadata").getString("payment"),
                payment.getString("id"),
                Vendor.money(amount.getString("value"), amount.getString("currency")),
                Instant.parse(payment.getString("captured_at")));
    }

    @Override
    public Optional<Map<String, Long>> gaveBack() {
        Map<String, Long> sums = new HashMap<>();
        server.refunds().all().stream()
                .filter(one -> one.getString("status").equals("succeeded"))
                .map(one -> one.getJsonObject("amount"))
                .map(it -> Vendor.money(it.getString("value"), it.getString("currency")))
                .forEach(it -> sums.merge(it.asset().code(), it.minorUnits(), Long::sum));
        return Optional.of(sums);
    }

    @Override
    public boolean refundPastUs(Took took, long minor) {
        Money part = new Money(minor, took.money().asset());
        server.refunds().inCabinet(took.reference(), part.toDecimal());
        return true;
    }

    @Override
    public void end(String invoice) {
        server.payments().cancel(invoice, "general_decline");
    }
}
