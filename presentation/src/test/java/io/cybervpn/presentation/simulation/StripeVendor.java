package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.stripe.Stripe;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stripe of the sandbox. */
record StripeVendor(Stripe server) implements Vendor.Server {
    @Override
    public String name() {
        return "stripe";
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
        return fault.on("POST", "/v1/checkout/sessions");
    }

    @Override
    public List<String> invoices(String payment) {
        return server.sessions().byReference(payment).stream()
                .filter(one -> !one.getString("status").equals("complete"))
                .map(one -> one.getString("id"))
                .toList();
    }

    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        JsonObject lies = new JsonObject();
        if (!money.equals(asked)) {
            lies.put("amount_total", money.minorUnits())
                    .put("currency", money.asset().code().toLowerCase(Locale.ROOT));
        }
        server.sessions().pay(invoice, lies);
        return true;
    }

    /** By its page, and by cards that it keeps. */
    @Override
    public List<Took> took() {
        return Stream.concat(
                        server.sessions().all().stream()
                                .filter(one -> one.getString("payment_status").equals("paid"))
                                .map(StripeVendor::taken),
                        server.intents().stream()
                                .filter(one -> one.getString("status").equals("succeeded"))
                                .filter(one -> one.getJsonObject("metadata").containsKey("made_by"))
                                .map(StripeVendor::charged))
                .toList();
    }

    private static Took charged(JsonObject intent) {
        return new Took(
                intent.getJsonObject("metadata").getString("payment"),
                intent.getString("id"),
                new Money(
                        intent.getLong("amount"),
                        Asset.of(intent.getString("currency").toUpperCase(Locale.ROOT))),
                Instant.EPOCH);
    }

    private static Took taken(JsonObject session) {
        Asset asset = Asset.of(session.getString("currency").toUpperCase(Locale.ROOT));
        return new Took(
                session.getString("client_reference_id"),
                session.getString("id"),
                new Money(session.getLong("amount_total"), asset),
                Instant.EPOCH);
    }

    /** Disputes take the money while they are open, or lost. */
    @Override
    public Optional<Map<String, Long>> gaveBack() {
        Map<String, Long> sums = new HashMap<>();
        Stream.concat(
                        server.refunds().stream()
                                .filter(one -> one.getString("status").equals("succeeded")),
                        server.disputes().stream()
                                .filter(one -> !one.getString("status").equals("won")))
                .forEach(
                        one ->
                                sums.merge(
                                        one.getString("currency").toUpperCase(Locale.ROOT),
                                        one.getLong("amount"),
                                        Long::sum));
        return Optional.of(sums);
    }

    @Override
    public boolean refundPastUs(Took took, long minor) {
        Optional<String> intent = intent(took);
        intent.ifPresent(id -> server.refundInDashboard(id, minor));
        return intent.isPresent();
    }

    @Override
    public Optional<Consumer<Boolean>> dispute(Took took) {
        return intent(took)
                .map(intent -> server.dispute(intent).getString("id"))
                .map(id -> won -> server.closeDispute(id, won ? "won" : "lost"));
    }

    private Optional<String> intent(Took took) {
        return server.sessions()
                .find(took.reference())
                .map(session -> session.getString("payment_intent"));
    }

    @Override
    public void end(String invoice) {
        server.sessions().expire(invoice);
    }
}
