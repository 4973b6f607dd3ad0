package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.cybervpn.presentation.simulation.Buyer.Target;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** Customers go to other plans, up and down, for what is left, for the difference, or for more. */
final class Switches {
    private static final List<Integer> TERMS = List.of(30, 90, 365);

    /** The subscription may have ended meanwhile, or be on that plan by another order. */
    private static final Set<String> EXPECTED =
            Set.of(
                    "subscription_expired",
                    "same_plan",
                    "trial_cannot_switch",
                    "currency_not_offered",
                    "mode_not_offered",
                    "preview_outdated");

    private final Stage stage;
    private final List<Vendor> vendors;
    private final Prices prices;
    private final BiConsumer<Sale, Dice> sold;

    Switches(Stage stage, List<Vendor> vendors, BiConsumer<Sale, Dice> sold) {
        this.stage = stage;
        this.vendors = vendors;
        this.prices = new Prices(stage.pool());
        this.sold = sold;
    }

    /** Some want another plan, days later. */
    void maybe(Sale sale, Dice dice) {
        if (dice.chance(30)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(3), Duration.ofDays(25)),
                    "another plan",
                    own -> look(sale, own));
        }
    }

    private record Wish(String path, JsonObject body, Vendor vendor) {}

    private void look(Sale sale, Dice dice) {
        Buyer buyer = sale.buyer();
        JsonObject bought = stage.shop().get(buyer.id(), "/orders/" + sale.id()).body();
        Vendor vendor = Vendors.pick(vendors, dice);
        JsonObject body =
                new JsonObject()
                        .put("planId", dice.pick(Story.PLANS))
                        .put("termDays", TERMS.get(dice.weighed(80, 15, 5)))
                        .put("currency", dice.pick(vendor.assets()).code())
                        .put("paymentMethod", vendor.name());
        Optional.ofNullable(bought.getString("subscriptionId"))
                .ifPresent(
                        id ->
                                preview(
                                        buyer,
                                        new Wish(
                                                "/subscriptions/" + id + "/change-plan",
                                                body,
                                                vendor),
                                        dice));
    }

    private void preview(Buyer buyer, Wish wish, Dice dice) {
        Shop.Answer answer =
                stage.shop()
                        .post(
                                buyer.id(),
                                dice.uuid().toString(),
                                wish.path() + "?preview=true",
                                wish.body());
        if (answer.status() != 200) {
            refused(answer);
            return;
        }
        JsonObject preview = answer.body().getJsonObject("preview");
        JsonArray options = preview.getJsonArray("options");
        JsonObject option = options.getJsonObject((int) dice.between(0, options.size() - 1));
        wish.body()
                .put("mode", option.getString("mode"))
                .put("asOf", preview.getString("asOf"))
                .put("fingerprint", preview.getString("fingerprint"));
        if (dice.chance(10)) {
            stage.hands().pass(dice.between(Duration.ofSeconds(1), Duration.ofMinutes(20)));
            stage.turn(1);
        }
        change(buyer, wish, dice);
    }

    private void change(Buyer buyer, Wish wish, Dice dice) {
        String key = dice.uuid().toString();
        Shop.Answer answer = stage.shop().post(buyer.id(), key, wish.path(), wish.body());
        if (dice.chance(20)) {
            answer = stage.shop().post(buyer.id(), key, wish.path(), wish.body());
            stage.count("pressed twice");
        }
        String mode = wish.body().getString("mode");
        Target target =
                new Target(wish.body().getString("planId"), wish.body().getInteger("termDays"));
        switch (Integer.valueOf(answer.status())) {
            case Integer it when it == 200 -> buyer.switched(key, target);
            case Integer it when it == 201 ->
                    sold.accept(
                            sale(
                                    buyer,
                                    wish.vendor(),
                                    target,
                                    answer.body().getJsonObject("order")),
                            dice);
            case Integer _ -> refused(answer);
        }
        if (answer.status() < 300) {
            stage.count("another plan by " + mode);
        }
    }

    private Sale sale(Buyer buyer, Vendor vendor, Target target, JsonObject order) {
        JsonObject total = order.getJsonObject("total");
        Money money = Vendor.money(total.getString("amount"), total.getString("currency"));
        Asset asset = money.asset();
        return new Sale(
                buyer,
                order.getString("id"),
                order.getJsonObject("payment").getString("id"),
                Optional.of(vendor),
                money,
                money,
                target.plan(),
                target.days(),
                OptionalLong.of(prices.of(target, asset.code()).orElseThrow()));
    }

    private void refused(Shop.Answer answer) {
        stage.count("no other plan: " + answer.code());
        if (!EXPECTED.contains(answer.code())) {
            throw new AssertionError("the shop does not change plans: " + answer);
        }
    }
}
