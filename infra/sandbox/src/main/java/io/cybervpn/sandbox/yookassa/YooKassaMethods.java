package io.cybervpn.sandbox.yookassa;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The ways to pay that payers let the shop keep, and how they are. Safe from any thread. */
public final class YooKassaMethods {

    private static final String WELL = "";

    /** Why a charge is refused, by the method's id. */
    private final Map<String, String> moods = new ConcurrentHashMap<>();

    YooKassaMethods() {}

    /** From now on charges are refused for this reason, such as {@code permission_revoked}. */
    public void refuse(String method, String reason) {
        moods.put(method, reason);
    }

    /** From now on charges come through again. */
    public void recover(String method) {
        moods.put(method, WELL);
    }

    /** Refuses a wish to charge what nobody kept. */
    void check(JsonObject wish) {
        String method = wish.getString("payment_method_id", "");
        if (!method.isEmpty() && !moods.containsKey(method)) {
            throw YooKassaError.badRequest("payment_method_id", "There is no such saved method");
        }
    }

    Optional<String> refusalOf(String method) {
        return Optional.ofNullable(moods.get(method)).filter(reason -> !reason.equals(WELL));
    }

    /** What a payment was paid by; kept if its payer agreed. */
    JsonObject usedFor(JsonObject payment) {
        boolean charged = payment.containsKey("_method");
        boolean keeps = charged || payment.getBoolean("_keep", false);
        String id = charged ? payment.getString("_method") : UUID.randomUUID().toString();
        if (keeps) {
            moods.putIfAbsent(id, WELL);
        }
        return new JsonObject()
                .put("type", "bank_card")
                .put("id", id)
                .put("saved", keeps)
                .put("title", "Bank card *4444");
    }

    void clear() {
        moods.clear();
    }
}
