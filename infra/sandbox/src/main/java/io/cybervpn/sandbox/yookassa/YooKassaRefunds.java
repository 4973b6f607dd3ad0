package io.cybervpn.sandbox.yookassa;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The refunds of the shop, which change neither status nor amount of their payments. Everything
 * returned is a copy. Safe to use from any thread.
 */
public final class YooKassaRefunds {

    private final StateLock lock;
    private final SandboxClock clock;
    private final YooKassaPayments payments;
    private final YooKassaReceipts receipts;
    private final BiConsumer<String, JsonObject> tell;
    private final Map<String, JsonObject> refunds = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private String next = "succeeded";

    /** The first request of an idempotence key. */
    private record Kept(JsonObject wish, String refund) {}

    YooKassaRefunds(
            StateLock lock,
            SandboxClock clock,
            YooKassaPayments payments,
            YooKassaReceipts receipts,
            BiConsumer<String, JsonObject> tell) {
        this.lock = lock;
        this.clock = clock;
        this.payments = payments;
        this.receipts = receipts;
        this.tell = tell;
    }

    /** Every refund, oldest first. */
    public List<JsonObject> all() {
        return lock.with(() -> refunds.values().stream().map(JsonObject::copy).toList());
    }

    /** The refund with this id. */
    public Optional<JsonObject> find(String id) {
        return lock.with(() -> Optional.ofNullable(refunds.get(id)).map(JsonObject::copy));
    }

    /** What the next refund is at first: succeeded, pending or canceled. */
    public void next(String status) {
        lock.run(() -> next = status);
    }

    /** Somebody gives money back in the merchant's cabinet, and the push leaves. */
    @CanIgnoreReturnValue
    public JsonObject inCabinet(String payment, String value) {
        return lock.with(
                () -> {
                    JsonObject paid =
                            payments.find(payment)
                                    .orElseThrow(() -> new IllegalArgumentException(payment));
                    JsonObject amount = paid.getJsonObject("amount").copy().put("value", value);
                    return make(new JsonObject().put("payment_id", payment).put("amount", amount));
                });
    }

    /** One that was pending ends as {@code succeeded} or {@code canceled}. */
    @CanIgnoreReturnValue
    public JsonObject end(String id, String status) {
        return lock.with(
                () -> {
                    JsonObject refund =
                            Optional.ofNullable(refunds.get(id))
                                    .orElseThrow(() -> new IllegalArgumentException(id));
                    if (refund.getString("status").equals("pending")) {
                        become(refund, status);
                    }
                    return refund.copy();
                });
    }

    void clear() {
        refunds.clear();
        keys.clear();
        next = "succeeded";
    }

    /** The same key and wish give the same refund. */
    JsonObject create(String key, JsonObject wish) {
        Optional<Kept> known = Optional.ofNullable(keys.get(key));
        if (known.filter(kept -> !kept.wish().equals(wish)).isPresent()) {
            throw YooKassaError.badRequest("Idempotence-Key", "Idempotence key duplicated");
        }
        String id = known.map(Kept::refund).orElseGet(() -> make(wish).getString("id"));
        keys.put(key, new Kept(wish.copy(), id));
        return find(id).orElseThrow();
    }

    private JsonObject make(JsonObject wish) {
        String payment = wish.getString("payment_id", "");
        JsonObject amount = wish.getJsonObject("amount", new JsonObject());
        JsonObject paid =
                payments.find(payment)
                        .filter(it -> it.getString("status").equals("succeeded"))
                        .orElseThrow(() -> YooKassaError.badRequest("payment_id", "Not succeeded"));
        if (!amount.getString("value", "").matches("\\d{1,9}\\.\\d{2}")
                || !paid.getJsonObject("amount")
                        .getString("currency")
                        .equals(amount.getString("currency"))
                || new BigDecimal(amount.getString("value")).signum() == 0
                || new BigDecimal(amount.getString("value")).compareTo(left(paid)) > 0) {
            throw YooKassaError.badRequest("amount", "More than is left");
        }
        JsonObject refund =
                new JsonObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("payment_id", payment)
                        .put("amount", amount.copy())
                        .put("created_at", clock.now())
                        .put("status", "pending");
        Optional.ofNullable(wish.getString("description"))
                .ifPresent(text -> refund.put("description", text));
        receiptOf(wish, paid).ifPresent(one -> refund.put("_receipt", one.copy()));
        refunds.put(refund.getString("id"), refund);
        if (!next.equals("pending")) {
            become(refund, next);
        }
        return refund.copy();
    }

    /** Of a full refund YooKassa makes the receipt itself, if the payment came with one. */
    private static Optional<JsonObject> receiptOf(JsonObject wish, JsonObject paid) {
        JsonObject amount = wish.getJsonObject("amount");
        Optional<JsonObject> given = Optional.ofNullable(wish.getJsonObject("receipt"));
        given.ifPresent(one -> ReceiptCheck.check(one, amount));
        return given.or(
                () ->
                        Optional.ofNullable(paid.getJsonObject("_receipt"))
                                .filter(_ -> amount.equals(paid.getJsonObject("amount"))));
    }

    /** As others see it. */
    static JsonObject shown(JsonObject refund) {
        JsonObject shown = refund.copy();
        shown.remove("_receipt");
        return shown;
    }

    private BigDecimal left(JsonObject payment) {
        BigDecimal gone =
                refunds.values().stream()
                        .filter(it -> it.getString("payment_id").equals(payment.getString("id")))
                        .filter(it -> !it.getString("status").equals("canceled"))
                        .map(it -> new BigDecimal(it.getJsonObject("amount").getString("value")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BigDecimal(payment.getJsonObject("amount").getString("value")).subtract(gone);
    }

    private void become(JsonObject refund, String status) {
        refund.put("status", status);
        if (status.equals("canceled")) {
            refund.put(
                    "cancellation_details",
                    new JsonObject()
                            .put("party", "refund_network")
                            .put("reason", "insufficient_funds"));
            return;
        }
        JsonObject payment = payments.find(refund.getString("payment_id")).orElseThrow();
        BigDecimal gone =
                new BigDecimal(payment.getJsonObject("amount").getString("value"))
                        .subtract(left(payment));
        payments.refunded(refund.getString("payment_id"), gone.toPlainString());
        Optional.ofNullable(refund.getJsonObject("_receipt"))
                .ifPresent(one -> receipts.along("refund", refund, one));
        tell.accept("refund.succeeded", shown(refund));
    }
}
