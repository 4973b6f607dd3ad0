package io.cybervpn.sandbox.yookassa;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The fiscal receipts of the shop: those that came along with payments and refunds, and those that
 * were asked for apart. Everything returned is a copy. Safe to use from any thread.
 */
public final class YooKassaReceipts {

    private static final String REGISTRATION = "receipt_registration";

    private final StateLock lock;
    private final Map<String, JsonObject> receipts = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();

    /** The payments and refunds whose receipts came along, by receipt. */
    private final Map<String, JsonObject> owners = new LinkedHashMap<>();

    private String next = "succeeded";

    /** The first request of an idempotence key. */
    private record Kept(JsonObject wish, String receipt) {}

    YooKassaReceipts(StateLock lock) {
        this.lock = lock;
    }

    /** Every receipt, oldest first, whatever became of it. */
    public List<JsonObject> all() {
        return lock.with(() -> receipts.values().stream().map(JsonObject::copy).toList());
    }

    /** Those of a payment or a refund of YooKassa, oldest first. */
    public List<JsonObject> of(String owner) {
        return all().stream().filter(one -> isOf(one, owner)).toList();
    }

    private static boolean isOf(JsonObject receipt, String owner) {
        return owner.equals(receipt.getString("payment_id"))
                || owner.equals(receipt.getString("refund_id"));
    }

    Optional<JsonObject> find(String id) {
        return Optional.ofNullable(receipts.get(id)).map(JsonObject::copy);
    }

    /** What the next receipts are at first: succeeded, pending or canceled. */
    public void next(String status) {
        lock.run(() -> next = status);
    }

    /** One that was pending ends as {@code succeeded} or {@code canceled}. */
    @CanIgnoreReturnValue
    public JsonObject end(String id, String status) {
        return lock.with(
                () -> {
                    JsonObject receipt =
                            Optional.ofNullable(receipts.get(id))
                                    .orElseThrow(() -> new IllegalArgumentException(id));
                    if (receipt.getString("status").equals("pending")) {
                        become(receipt, status);
                    }
                    return receipt.copy();
                });
    }

    void clear() {
        receipts.clear();
        keys.clear();
        owners.clear();
        next = "succeeded";
    }

    /** The receipt that came along with a payment, or a refund, which has just succeeded. */
    void along(String type, JsonObject owner, JsonObject wish) {
        JsonObject receipt =
                made(type, wish).put("_along", true).put(type + "_id", owner.getString("id"));
        owners.put(receipt.getString("id"), owner);
        become(receipt, next);
    }

    /** The same key and wish give the same receipt; another key gives one more. */
    JsonObject create(String key, JsonObject wish) {
        Optional<Kept> known = Optional.ofNullable(keys.get(key));
        if (known.filter(kept -> !kept.wish().equals(wish)).isPresent()) {
            throw YooKassaError.badRequest("Idempotence-Key", "Idempotence key duplicated");
        }
        String id = known.map(Kept::receipt).orElseGet(() -> make(wish));
        keys.put(key, new Kept(wish.copy(), id));
        return find(id).orElseThrow();
    }

    private String make(JsonObject wish) {
        String type = wish.getString("type");
        JsonObject receipt = made(type, wish).put(type + "_id", wish.getString(type + "_id"));
        become(receipt, next);
        return receipt.getString("id");
    }

    private JsonObject made(String type, JsonObject wish) {
        JsonObject receipt =
                new JsonObject()
                        .put("id", "rt-" + UUID.randomUUID())
                        .put("type", type)
                        .put("customer", wish.getJsonObject("customer").copy())
                        .put("items", wish.getJsonArray("items").copy());
        Optional.ofNullable(wish.getInteger("tax_system_code"))
                .ifPresent(code -> receipt.put("tax_system_code", code));
        receipts.put(receipt.getString("id"), receipt);
        return receipt;
    }

    private void become(JsonObject receipt, String status) {
        receipt.put("status", status);
        if (status.equals("succeeded")) {
            receipt.put("fiscal_document_number", String.valueOf(receipts.size()));
        }
        Optional.ofNullable(owners.get(receipt.getString("id")))
                .ifPresent(owner -> owner.put(REGISTRATION, status));
    }

    /** As others see it. */
    static JsonObject shown(JsonObject receipt) {
        JsonObject shown = receipt.copy();
        shown.remove("_along");
        shown.remove("customer");
        return shown;
    }
}
