package io.cybervpn.sandbox.stripe;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Cards that were paid with, those that customers keep, and how they are. Safe from any thread. */
public final class StripeCards {

    private static final String WELL = "";
    private static final String CUSTOMER = "customer";

    private final Map<String, JsonObject> cards = new ConcurrentHashMap<>();

    /** Why a charge is refused, by the card. */
    private final Map<String, String> moods = new ConcurrentHashMap<>();

    StripeCards() {}

    /**
     * From now on charges are refused for this reason: {@code authentication_required}, {@code
     * expired_card}, or the word of a bank such as {@code insufficient_funds}.
     */
    public void refuse(String card, String reason) {
        moods.put(card, reason);
    }

    /** From now on charges come through again. */
    public void recover(String card) {
        moods.put(card, WELL);
    }

    /** Its owner, or somebody in the dashboard, takes it away. */
    public void remove(String card) {
        cards.computeIfPresent(card, (_, known) -> known.copy().putNull(CUSTOMER));
    }

    /** Whether somebody keeps it. */
    public boolean isKept(String card) {
        return find(card).filter(it -> it.getValue(CUSTOMER) != null).isPresent();
    }

    Optional<JsonObject> find(String card) {
        return Optional.ofNullable(cards.get(card)).map(JsonObject::copy);
    }

    Optional<String> refusalOf(String card) {
        return Optional.ofNullable(moods.get(card)).filter(reason -> !reason.equals(WELL));
    }

    /** An intent is paid with a new card; it stays with a new customer if he agreed. */
    void use(JsonObject intent, boolean keeps) {
        JsonObject card =
                new JsonObject()
                        .put("id", StripeIds.next("pm_"))
                        .put("object", "payment_method")
                        .put("created", intent.getLong("created"))
                        .put("livemode", false)
                        .put("type", "card")
                        .put("card", new JsonObject().put("brand", "visa").put("last4", "4242"))
                        .putNull(CUSTOMER);
        if (keeps) {
            String customer = StripeIds.next("cus_");
            card.put(CUSTOMER, customer);
            intent.put(CUSTOMER, customer).put("setup_future_usage", "off_session");
        }
        intent.put("payment_method", card.getString("id"));
        cards.put(card.getString("id"), card);
    }

    /** Its customer keeps it no longer; refuses what nobody keeps. */
    JsonObject detach(String card) {
        JsonObject found =
                find(card).orElseThrow(() -> StripeError.missing("payment_method", card));
        if (!isKept(card)) {
            throw StripeError.invalid("", "payment_method");
        }
        cards.put(card, found.putNull(CUSTOMER));
        return found.copy();
    }

    void clear() {
        cards.clear();
        moods.clear();
    }
}
