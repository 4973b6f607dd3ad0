package io.cybervpn.sandbox.cryptopay;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the app owns: paid invoices less fees come in, transfers go out. */
final class CryptoPayBalance {

    private final SandboxClock clock;
    private final Map<String, BigDecimal> available = new TreeMap<>();
    private final Map<String, JsonObject> transfers = new LinkedHashMap<>();

    CryptoPayBalance(SandboxClock clock) {
        this.clock = clock;
    }

    void clear() {
        available.clear();
        transfers.clear();
    }

    void receive(JsonObject invoice) {
        BigDecimal net =
                new BigDecimal(invoice.getString("paid_amount"))
                        .subtract(new BigDecimal(invoice.getString("fee_amount")));
        available.merge(invoice.getString("paid_asset"), net, BigDecimal::add);
    }

    void deposit(String asset, String amount) {
        available.merge(asset, new BigDecimal(amount), BigDecimal::add);
    }

    JsonArray view() {
        JsonArray view = new JsonArray();
        for (String asset : InvoiceWish.ASSETS) {
            BigDecimal amount = available.getOrDefault(asset, BigDecimal.ZERO);
            view.add(
                    new JsonObject()
                            .put("currency_code", asset)
                            .put("available", amount.toPlainString())
                            .put("onhold", "0"));
        }
        return view;
    }

    /** Each spend id is accepted once, for ever. */
    JsonObject transfer(Map<String, String> sent) {
        String spendId = sent.getOrDefault("spend_id", "");
        String asset = sent.getOrDefault("asset", "");
        BigDecimal amount = new BigDecimal(InvoiceWish.amount(sent));
        if (spendId.isEmpty() || spendId.length() > 64) {
            throw CryptoPayError.refused(400, "SPEND_ID_INVALID");
        }
        if (transfers.containsKey(spendId)) {
            throw CryptoPayError.refused(400, "SPEND_ID_ALREADY_USED");
        }
        if (available.getOrDefault(asset, BigDecimal.ZERO).compareTo(amount) < 0) {
            throw CryptoPayError.refused(400, "NOT_ENOUGH_COINS");
        }
        available.merge(asset, amount.negate(), BigDecimal::add);
        JsonObject transfer =
                new JsonObject()
                        .put("transfer_id", transfers.size() + 1)
                        .put("spend_id", spendId)
                        .put("user_id", sent.getOrDefault("user_id", ""))
                        .put("asset", asset)
                        .put("amount", amount.toPlainString())
                        .put("status", "completed")
                        .put("completed_at", clock.now());
        transfers.put(spendId, transfer);
        return transfer.copy();
    }

    /** Filtered as getTransfers does. */
    JsonObject matching(Map<String, String> sent) {
        JsonArray items = new JsonArray();
        transfers.values().stream()
                .filter(it -> matches(it, sent, "spend_id") && matches(it, sent, "asset"))
                .map(JsonObject::copy)
                .forEach(items::add);
        return new JsonObject().put("items", items);
    }

    private static boolean matches(JsonObject transfer, Map<String, String> sent, String field) {
        return !sent.containsKey(field) || sent.get(field).equals(transfer.getString(field));
    }

    /** All of them; a copy. */
    JsonArray transfers() {
        JsonArray all = new JsonArray();
        transfers.values().forEach(transfer -> all.add(transfer.copy()));
        return all;
    }
}
