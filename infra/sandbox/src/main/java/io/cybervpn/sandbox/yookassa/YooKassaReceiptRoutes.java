package io.cybervpn.sandbox.yookassa;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** /v3/receipts, as the shop calls it: receipts apart from payments and refunds. */
final class YooKassaReceiptRoutes {

    private final YooKassaReceipts receipts;
    private final YooKassaPayments payments;
    private final YooKassaRefunds refunds;

    YooKassaReceiptRoutes(
            YooKassaReceipts receipts, YooKassaPayments payments, YooKassaRefunds refunds) {
        this.receipts = receipts;
        this.payments = payments;
        this.refunds = refunds;
    }

    void add(SandboxServer server) {
        YooKassaRoutes.on(server, POST, "/v3/receipts", this::create);
        YooKassaRoutes.on(server, GET, "/v3/receipts", this::list);
        YooKassaRoutes.on(
                server,
                GET,
                "/v3/receipts/:id",
                call ->
                        Answer.json(
                                200,
                                receipts.find(call.param("id"))
                                        .map(YooKassaReceipts::shown)
                                        .orElseThrow(YooKassaError::notFound)));
    }

    void add(Control control) {
        control.on(
                POST,
                "/_sandbox/receipts/next/:status",
                "what receipts are at first from now on: succeeded, pending, canceled",
                call -> {
                    receipts.next(call.param("status"));
                    return Answer.empty(202);
                });
    }

    private Answer create(Call call) {
        String key = YooKassaRoutes.key(call);
        JsonObject wish = call.bodyOrEmpty();
        String type = wish.getString("type", "");
        if (!List.of("payment", "refund").contains(type) || !wish.getBoolean("send", false)) {
            throw YooKassaError.badRequest("type", "Incorrect type or send");
        }
        JsonObject amount =
                owner(type, wish)
                        .filter(it -> it.getString("status").equals("succeeded"))
                        .map(it -> it.getJsonObject("amount"))
                        .orElseThrow(() -> YooKassaError.badRequest(type + "_id", "Not succeeded"));
        ReceiptCheck.check(wish, amount);
        if (settled(wish).compareTo(new BigDecimal(amount.getString("value"))) != 0) {
            throw YooKassaError.badRequest("settlements", "Another sum than the items");
        }
        return Answer.json(200, YooKassaReceipts.shown(receipts.create(key, wish)));
    }

    private Optional<JsonObject> owner(String type, JsonObject wish) {
        String id = wish.getString(type + "_id", "");
        return type.equals("payment") ? payments.find(id) : refunds.find(id);
    }

    private static BigDecimal settled(JsonObject wish) {
        return wish.getJsonArray("settlements", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getJsonObject("amount").getString("value"))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Answer list(Call call) {
        Optional<String> payment = call.query("payment_id");
        Optional<String> refund = call.query("refund_id");
        JsonArray items = new JsonArray();
        receipts.all().stream()
                .filter(
                        one ->
                                payment.isEmpty()
                                        || payment.get().equals(one.getString("payment_id")))
                .filter(one -> refund.isEmpty() || refund.get().equals(one.getString("refund_id")))
                .map(YooKassaReceipts::shown)
                .forEach(items::add);
        return Answer.json(200, new JsonObject().put("type", "list").put("items", items));
    }
}
