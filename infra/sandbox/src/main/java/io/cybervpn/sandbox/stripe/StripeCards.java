package io.cybervpn.sandbox.stripe;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cards that were paid with, those that customers keep, and how they are. Safe from any thread. */
public final class StripeCards {

    private static final String WELL = "";
    private static final String CUSTOMER = "customer";

    private final Map<String, JsonObject> cards = new ConcurrentHashMap<>();

    /** The customers that there are. */
    private final Set<String> customers = ConcurrentHashMap.newKeySet();

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
            customers.add(customer);
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

    /** Gives a customer one more card, as the dashboard does. */
    public void give(String customer) {
        String id = StripeIds.next("pm_");
        cards.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("object", "payment_method")
                        .put("created", 0)
                        .put(CUSTOMER, customer));
    }

    /** Whose a card is. */
    public Optional<String> customerOf(String card) {
        return find(card).map(it -> it.getString(CUSTOMER));
    }

    /** Whether there is such a customer. */
    public boolean hasCustomer(String customer) {
        return customers.contains(customer);
    }

    /** What a customer keeps; refuses one that is not there. */
    List<JsonObject> keptBy(String customer) {
        needCustomer(customer);
        return cards.values().stream()
                .filter(card -> customer.equals(card.getValue(CUSTOMER)))
                .map(JsonObject::copy)
                .toList();
    }

    private void needCustomer(String customer) {
        if (!hasCustomer(customer)) {
            throw StripeError.missing("customer", customer);
        }
    }

    /** He is gone, and what he kept is nobody's. */
    JsonObject delete(String customer) {
        keptBy(customer).forEach(card -> remove(card.getString("id")));
        customers.remove(customer);
        return new JsonObject().put("id", customer).put("object", "customer").put("deleted", true);
    }

    void clear() {
        cards.clear();
        customers.clear();
        moods.clear();
    }
}
