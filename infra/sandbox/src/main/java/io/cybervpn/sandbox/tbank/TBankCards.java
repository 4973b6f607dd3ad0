package io.cybervpn.sandbox.tbank;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Cards that customers let the shop charge, by their RebillId. Safe from any thread. */
public final class TBankCards {

    private static final String WELL = "";
    private static final long FIRST_ID = 145_919L;

    /** Why a charge is refused, by the card. */
    private final Map<String, String> moods = new ConcurrentHashMap<>();

    private final AtomicLong lastId = new AtomicLong(FIRST_ID);

    TBankCards() {}

    /** From now on charges are refused with this code, such as {@code 1051}: no money. */
    public void refuse(String rebillId, String code) {
        moods.put(rebillId, code);
    }

    /** From now on charges come through again. */
    public void recover(String rebillId) {
        moods.put(rebillId, WELL);
    }

    boolean knows(String rebillId) {
        return moods.containsKey(rebillId);
    }

    Optional<String> refusalOf(String rebillId) {
        return Optional.ofNullable(moods.get(rebillId)).filter(code -> !code.equals(WELL));
    }

    /** Somebody pays; a payment that was begun as recurrent brings a RebillId. */
    void use(JsonObject payment) {
        if (payment.getString("Recurrent", "").equals("Y") && !payment.containsKey("RebillId")) {
            long id = lastId.incrementAndGet();
            moods.put(Long.toString(id), WELL);
            payment.put("RebillId", id);
        }
    }

    void clear() {
        moods.clear();
    }
}
