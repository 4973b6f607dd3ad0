package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What customers buy for subscriptions that they have: more traffic, and places for devices. */
final class Extras {
    private static final List<String> ADD_ONS =
            List.of("019b0000-0000-7000-8000-000000000021", "019b0000-0000-7000-8000-000000000022");
    private static final int DAYS = 30;

    /** The subscription may have ended meanwhile, or its plan sets no limit. */
    private static final Set<String> EXPECTED = Set.of("subscription_expired", "nothing_to_add");

    private final Stage stage;
    private final List<Vendor> vendors;
    private final BiConsumer<Sale, Dice> sold;

    Extras(Stage stage, List<Vendor> vendors, BiConsumer<Sale, Dice> sold) {
        this.stage = stage;
        this.vendors = vendors;
        this.sold = sold;
    }

    /** Some want more, days later. */
    void maybe(Sale sale, Dice dice) {
        if (dice.chance(30)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(4), Duration.ofDays(20)),
                    "add-on",
                    own -> order(sale, own));
        }
    }

    private void order(Sale sale, Dice dice) {
        Buyer buyer = sale.buyer();
        JsonObject bought = stage.shop().get(buyer.id(), "/orders/" + sale.id()).body();
        Vendor vendor = Vendors.pick(vendors, dice);
        JsonObject wish =
                new JsonObject()
                        .put("addOnId", dice.pick(ADD_ONS))
                        .put("currency", dice.pick(vendor.assets()).code())
                        .put("paymentMethod", vendor.name())
                        .put("useWallet", dice.chance(40));
        Optional.ofNullable(bought.getString("subscriptionId"))
                .ifPresent(
                        id ->
                                order(
                                        buyer,
                                        vendor,
                                        "/subscriptions/" + id + "/add-ons",
                                        wish,
                                        dice));
    }

    private void order(Buyer buyer, Vendor vendor, String path, JsonObject wish, Dice dice) {
        Shop.Answer answer = stage.shop().post(buyer.id(), dice.uuid().toString(), path, wish);
        if (answer.status() == 201) {
            sold.accept(sale(buyer, vendor, answer.body()), dice);
            return;
        }
        stage.count("no add-on: " + answer.code());
        if (!EXPECTED.contains(answer.code())) {
            throw new AssertionError("the shop does not sell: " + answer);
        }
    }

    private static Sale sale(Buyer buyer, Vendor vendor, JsonObject order) {
        JsonObject payment = order.getJsonObject("payment");
        Money total = money(order, "total");
        boolean byWallet = payment.getString("provider").equals("wallet");
        return new Sale(
                buyer,
                order.getString("id"),
                payment.getString("id"),
                byWallet ? Optional.empty() : Optional.of(vendor),
                total,
                byWallet ? total : money(order, "toPay"),
                Sale.ADD_ON,
                DAYS);
    }

    private static Money money(JsonObject order, String field) {
        JsonObject money = order.getJsonObject(field);
        return Vendor.money(money.getString("amount"), money.getString("currency"));
    }
}
