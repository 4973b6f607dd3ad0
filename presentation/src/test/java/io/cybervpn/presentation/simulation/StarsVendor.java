package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telegram of the sandbox, which asks the shop before it takes stars. */
record StarsVendor(TelegramBot server) implements Vendor.Server {
    @Override
    public String name() {
        return "stars";
    }

    @Override
    public String source() {
        return "telegram";
    }

    @Override
    public List<Asset> assets() {
        return List.of(Asset.XTR);
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
        return fault.on("POST", "/" + "bot" + TelegramBot.TOKEN + "/createInvoiceLink");
    }

    @Override
    public List<String> invoices(String payment) {
        return server.invoices().byPayload(payment);
    }

    /** Telegram asks the shop first; who is late or lies is past that already. */
    @Override
    public boolean pay(String invoice, Payer payer, Money money, Money asked) {
        if (!payer.late() && money.equals(asked)) {
            return server.invoices()
                    .pay(invoice, payer.telegramId())
                    .join()
                    .getBoolean("ok", false);
        }
        JsonObject lies = new JsonObject().put("total_amount", money.minorUnits());
        server.invoices().take(invoice, payer.telegramId(), lies);
        return true;
    }

    @Override
    public List<Took> took() {
        return server.invoices().transactions().stream()
                .filter(one -> one.containsKey("source"))
                .map(StarsVendor::taken)
                .toList();
    }

    @Override
    public Optional<Map<String, Long>> gaveBack() {
        long sum =
                server.invoices().transactions().stream()
                        .filter(one -> one.containsKey("receiver"))
                        .mapToLong(one -> one.getLong("amount"))
                        .sum();
        return Optional.of(Map.of("XTR", sum));
    }

    /** All or nothing. */
    @Override
    public boolean refundPastUs(Took took, long minor) {
        long payer =
                server.invoices().transactions().stream()
                        .filter(one -> one.getString("id").equals(took.reference()))
                        .filter(one -> one.containsKey("source"))
                        .map(one -> one.getJsonObject("source").getJsonObject("user"))
                        .mapToLong(user -> user.getLong("id"))
                        .findFirst()
                        .orElseThrow();
        return server.invoices().giveBack(took.reference(), payer);
    }

    private static Took taken(JsonObject one) {
        return new Took(
                one.getJsonObject("source").getString("invoice_payload"),
                one.getString("id"),
                new Money(one.getLong("amount"), Asset.XTR),
                Instant.ofEpochSecond(one.getLong("date")));
    }
}
