package io.cybervpn.presentation.payment;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Telegram's sandbox. A link has no state there: it ends when the shop's time for it is over. */
final class StarsStand implements Stand {
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final String BOT = "/bot" + TelegramBot.TOKEN;

    private final TelegramBot telegram = ShopWorld.sandbox().telegram();
    private AccountId payer = new AccountId(UUID.randomUUID());

    /** Who pays from now on. */
    void payer(AccountId account) {
        payer = account;
    }

    @Override
    public AccountId payer() {
        return payer;
    }

    @Override
    public String provider() {
        return "stars";
    }

    @Override
    public String source() {
        return "telegram";
    }

    @Override
    public Money price() {
        return new Money(250, Asset.XTR);
    }

    @Override
    public Seal seal() {
        return Seal.SENDER;
    }

    /** A link may be paid again, so money is known by its charge. */
    @Override
    public String listedAs(Push push, String invoice) {
        return new JsonObject(push.body())
                .getJsonObject("message")
                .getJsonObject("successful_payment")
                .getString("telegram_payment_charge_id");
    }

    @Override
    public Push paid(PaymentView payment) {
        return paid(payment, price());
    }

    @Override
    public Push paid(PaymentView payment, Money told) {
        JsonObject money =
                new JsonObject()
                        .put("currency", told.asset().code())
                        .put("total_amount", told.minorUnits());
        return taken(payment, money);
    }

    /** Stars are taken, and the push is held back. */
    Push taken(PaymentView payment, JsonObject lies) {
        faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        return sealed(telegram.invoices().take(slug(payment), TelegramBot.USER, lies).encode());
    }

    @Override
    public Optional<Push> end(PaymentView payment) {
        return Optional.empty();
    }

    @Override
    public List<Push> nobodys(PaymentView payment) {
        return List.of(
                message(payment, new JsonObject().put("invoice_payload", "order:7f3c")),
                message(
                        payment,
                        new JsonObject().put("invoice_payload", UUID.randomUUID().toString())));
    }

    @Override
    public Push irrelevant(PaymentView payment) {
        return sealed(
                new JsonObject()
                        .put("update_id", System.nanoTime())
                        .put("message", new JsonObject().put("text", "/start"))
                        .encode());
    }

    @Override
    public Push sealed(String body) {
        return new Push(source(), body, Map.of(SECRET, TelegramBot.WEBHOOK_SECRET));
    }

    @Override
    public List<Push> forged(Push push) {
        return List.of(
                new Push(source(), push.body(), Map.of(SECRET, TelegramBot.WEBHOOK_SECRET + "x")),
                new Push(source(), push.body(), Map.of(SECRET, "x")));
    }

    @Override
    public Faults faults() {
        return telegram.faults();
    }

    @Override
    public Webhooks webhooks() {
        return telegram.webhooks();
    }

    @Override
    public Fault onMake(Fault fault) {
        return fault.on("POST", BOT + "/createInvoiceLink");
    }

    @Override
    public Fault onRead(Fault fault) {
        return fault.on("GET", BOT + "/getStarTransactions");
    }

    /** A link more is no invoice more: all of a payment lead to the one question. */
    @Override
    public int invoicesOf(PaymentView payment) {
        return slugs(payment).isEmpty() ? 0 : 1;
    }

    static String slug(PaymentView payment) {
        return slugs(payment).getFirst();
    }

    private static List<String> slugs(PaymentView payment) {
        return ShopWorld.sandbox().telegram().invoices().byPayload(payment.id().value().toString());
    }

    /** A successful payment of which the sandbox knows nothing. */
    Push message(PaymentView payment, JsonObject lies) {
        JsonObject money =
                new JsonObject()
                        .put("currency", "XTR")
                        .put("total_amount", price().minorUnits())
                        .put("invoice_payload", payment.id().value().toString())
                        .put("telegram_payment_charge_id", "stx_" + UUID.randomUUID())
                        .mergeIn(lies);
        return sealed(
                new JsonObject()
                        .put("update_id", System.nanoTime())
                        .put(
                                "message",
                                new JsonObject()
                                        .put("date", 1_767_323_045)
                                        .put("successful_payment", money))
                        .encode());
    }

    /** The question before the money. */
    Push question(PaymentView payment, long user, JsonObject lies) {
        JsonObject query =
                new JsonObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("from", new JsonObject().put("id", user))
                        .put("currency", "XTR")
                        .put("total_amount", price().minorUnits())
                        .put("invoice_payload", payment.id().value().toString())
                        .mergeIn(lies);
        return sealed(
                new JsonObject()
                        .put("update_id", System.nanoTime())
                        .put("pre_checkout_query", query)
                        .encode());
    }
}
