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
import java.util.Map;
import java.util.Optional;

/**
 * T-Bank of the sandbox.
 *
 * @param paid what each of its payments was paid with, in kopecks: the bank itself goes on telling
 *     what a refund has left
 */
record TBankVendor(TBank server, Map<Long, Long> paid) implements Vendor.Server {
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
    public boolean keepsCards() {
        return true;
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
                                !paid.containsKey(one.getLong("PaymentId"))
                                        && !one.getString("Status").equals("CANCELED"))
                .map(one -> one.getLong("PaymentId").toString())
                .toList();
    }

    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        long id = Long.parseLong(invoice);
        server.payments().pay(id, new JsonObject().put("Amount", money.minorUnits()));
        paid.put(id, money.minorUnits());
        return true;
    }

    /** By its page, and by cards that it keeps, whose money nobody gives back here. */
    @Override
    public List<Took> took() {
        return server.payments().all().stream()
                .filter(
                        one ->
                                paid.containsKey(one.getLong("PaymentId"))
                                        || one.containsKey("_rebill")
                                                && one.getString("Status").equals("CONFIRMED"))
                .map(this::taken)
                .toList();
    }

    private Took taken(JsonObject one) {
        long id = one.getLong("PaymentId");
        return new Took(
                one.getString("OrderId"),
                Long.toString(id),
                new Money(paid.getOrDefault(id, one.getLong("Amount")), Asset.RUB),
                Instant.EPOCH);
    }

    @Override
    public Optional<Map<String, Long>> gaveBack() {
        long sum =
                server.payments().all().stream()
                        .filter(one -> paid.containsKey(one.getLong("PaymentId")))
                        .mapToLong(
                                one -> paid.get(one.getLong("PaymentId")) - one.getLong("Amount"))
                        .sum();
        return Optional.of(Map.of("RUB", sum));
    }

    @Override
    public boolean refundPastUs(Took took, long minor) {
        server.payments().refund(Long.parseLong(took.reference()), minor);
        return true;
    }

    @Override
    public void end(String invoice) {
        server.payments().become(Long.parseLong(invoice), "REJECTED");
    }
}
