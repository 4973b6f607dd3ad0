package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What customers do: they come, buy, pay in every wrong way, fill wallets, renew, and leave. */
final class Story {
    static final List<String> PLANS =
            List.of(
                    "019b0000-0000-7000-8000-000000000011",
                    "019b0000-0000-7000-8000-000000000012",
                    "019b0000-0000-7000-8000-000000000013",
                    "019b0000-0000-7000-8000-000000000014");
    private static final List<Integer> TERMS = List.of(30, 90, 180, 365);

    /** What a shop may say to an honest wish. */
    private static final Set<String> EXPECTED = Set.of("not_enough_money");

    private final Stage stage;
    private final List<Vendor> vendors;
    private final List<Buyer> buyers = new ArrayList<>();
    private final Extras extras;
    private final Switches switches;
    private final SelfRenewals renewals;
    private final Clerks clerks;
    private final Stores stores;

    Story(Stage stage, List<Vendor> vendors) {
        this.stage = stage;
        this.vendors = vendors;
        this.extras = new Extras(stage, vendors, this::sold);
        this.clerks = new Clerks(stage);
        this.stores = new Stores(stage);
        this.renewals = new SelfRenewals(stage);
        this.switches = new Switches(stage, vendors, this::sold);
    }

    List<Buyer> buyers() {
        return buyers;
    }

    Stores stores() {
        return stores;
    }

    /** They come in the first half of the time. */
    void begin(Plot plot) {
        Dice dice = new Dice(plot.seed(), 0);
        Duration half = Duration.ofDays(plot.days()).dividedBy(2);
        for (int i = 0; i < plot.customers(); i++) {
            stage.later(dice, dice.between(Duration.ofMinutes(1), half), "arrive", this::arrive);
        }
    }

    private void arrive(Dice dice) {
        AccountId id = stage.shop().register(dice.uuid());
        Buyer buyer = new Buyer(buyers.size(), id);
        buyers.add(buyer);
        if (dice.chance(50)) {
            stage.linkTelegram(buyer);
        }
        if (dice.chance(15)) {
            topUpSoon(buyer, dice);
        }
        stores.maybe(buyer, dice);
        stage.later(
                dice,
                dice.between(Duration.ofMinutes(1), Duration.ofHours(2)),
                "buy",
                own -> buy(buyer, dice.pick(PLANS), Optional.empty(), own));
    }

    private void topUpSoon(Buyer buyer, Dice dice) {
        stage.later(
                dice,
                dice.between(Duration.ofMinutes(5), Duration.ofDays(2)),
                "top-up",
                own -> topUp(buyer, own));
    }

    private void buy(Buyer buyer, String plan, Optional<String> subscription, Dice dice) {
        boolean wallet = dice.chance(10);
        Vendor vendor = Vendors.pick(vendors, dice);
        Asset asset = wallet ? Asset.RUB : dice.pick(vendor.assets());
        place(
                buyer,
                wallet ? Optional.empty() : Optional.of(vendor),
                new Wish(plan, TERMS.get(dice.weighed(62, 25, 9, 4)), asset, subscription),
                dice);
    }

    /** What is to be bought. */
    private record Wish(String plan, int days, Asset asset, Optional<String> subscription) {
        JsonObject body(Optional<Vendor> vendor, boolean mixed) {
            JsonObject body =
                    new JsonObject()
                            .put("useWallet", mixed)
                            .put("planId", plan)
                            .put("termDays", days)
                            .put("currency", asset.code())
                            .put("paymentMethod", vendor.map(Vendor::name).orElse("wallet"));
            subscription.ifPresent(id -> body.put("subscriptionId", id));
            return body;
        }
    }

    private void place(Buyer buyer, Optional<Vendor> vendor, Wish wish, Dice dice) {
        String key = dice.uuid().toString();
        JsonObject body = wish.body(vendor, vendor.isPresent() && dice.chance(60));
        if (dice.chance(35) && vendor.filter(Vendor::keepsCards).isPresent()) {
            body.put("keepConsent", renewals.wordsOfKeeping(buyer));
        }
        Shop.Answer answer = stage.shop().post(buyer.id(), key, "/orders", body);
        if (dice.chance(8)) {
            answer = stage.shop().post(buyer.id(), key, "/orders", body);
            stage.count("pressed twice");
        }
        if (answer.status() != 201) {
            refused(answer);
            return;
        }
        sold(sale(buyer, vendor, wish, answer.body()), dice);
    }

    private Sale sale(Buyer buyer, Optional<Vendor> vendor, Wish wish, JsonObject order) {
        JsonObject payment = order.getJsonObject("payment");
        Money total = money(order, "total");
        boolean byWallet = payment.getString("provider").equals("wallet");
        Money asked = byWallet ? total : money(order, "toPay");
        if (!asked.equals(total)) {
            stage.count("wallet and provider together");
        }
        return new Sale(
                buyer,
                order.getString("id"),
                payment.getString("id"),
                byWallet ? Optional.empty() : vendor,
                total,
                asked,
                wish.plan(),
                wish.days());
    }

    private static Money money(JsonObject order, String field) {
        JsonObject money = order.getJsonObject(field);
        return Vendor.money(money.getString("amount"), money.getString("currency"));
    }

    private void refused(Shop.Answer answer) {
        stage.count("refused: " + answer.code());
        if (!EXPECTED.contains(answer.code())) {
            throw new AssertionError("the shop does not sell: " + answer);
        }
    }

    private void topUp(Buyer buyer, Dice dice) {
        Vendor vendor = vendors.get(dice.weighed(30, 25, 25, 20));
        Money amount = new Money(dice.between(10_000, 300_000), Asset.RUB);
        JsonObject body =
                new JsonObject()
                        .put(
                                "amount",
                                new JsonObject()
                                        .put("amount", amount.toDecimal())
                                        .put("currency", "RUB"))
                        .put("paymentMethod", vendor.name());
        Shop.Answer answer =
                stage.shop().post(buyer.id(), dice.uuid().toString(), "/wallet/top-ups", body);
        if (answer.status() != 201) {
            refused(answer);
            return;
        }
        sold(
                new Sale(
                        buyer,
                        answer.body().getString("id"),
                        answer.body().getJsonObject("payment").getString("id"),
                        Optional.of(vendor),
                        amount,
                        amount,
                        "",
                        0),
                dice);
        stage.later(
                dice,
                dice.between(Duration.ofHours(3), Duration.ofDays(5)),
                "spend",
                own ->
                        place(
                                buyer,
                                Optional.empty(),
                                new Wish(PLANS.getFirst(), 30, Asset.RUB, Optional.empty()),
                                own));
    }

    /** What follows from a wish. */
    private void sold(Sale sale, Dice dice) {
        sale.buyer().add(sale);
        sale.vendor().ifPresent(vendor -> payOrNot(sale, vendor, dice));
        clerks.maybeGiveBack(sale, dice);
        if (dice.chance(20)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofMinutes(1), Duration.ofHours(5)),
                    "check",
                    _ -> stage.check(sale));
        }
        if (sale.isTime() && dice.chance(25)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofDays(1), Duration.ofDays(9)),
                    "renew by itself",
                    own -> renewByItself(sale, own));
        }
        if (sale.isTime() && !sale.isSwitch() && dice.chance(80)) {
            Duration early = dice.between(Duration.ofDays(-2), Duration.ofDays(5));
            stage.later(
                    dice,
                    Duration.ofDays(sale.days()).plus(early),
                    "renew",
                    own -> renew(sale, own));
        }
        if (sale.isTime()) {
            extras.maybe(sale, dice);
            switches.maybe(sale, dice);
        }
    }

    private void renew(Sale sale, Dice dice) {
        JsonObject order = stage.shop().get(sale.buyer().id(), "/orders/" + sale.id()).body();
        Optional<String> known = Optional.ofNullable(order.getString("subscriptionId"));
        if (known.isPresent()) {
            JsonObject runs =
                    stage.shop().get(sale.buyer().id(), "/subscriptions/" + known.get()).body();
            buy(sale.buyer(), runs.getString("planId", sale.plan()), known, dice);
        }
        if (dice.chance(10)) {
            topUpSoon(sale.buyer(), dice);
        }
    }

    private void renewByItself(Sale sale, Dice dice) {
        topUpSoon(sale.buyer(), dice);
        renewals.agree(sale, dice);
    }

    private void payOrNot(Sale sale, Vendor vendor, Dice dice) {
        Duration soon = dice.between(Duration.ofMinutes(1), Duration.ofMinutes(25));
        Duration late = dice.between(Duration.ofHours(2), Duration.ofDays(3));
        Money total = sale.asked();
        Till till = new Till(stage, sale, vendor);
        switch (dice.weighed(60, 9, 11, 5, 5, 3, 4, 3)) {
            case 0 -> till.paid(dice, soon, total, false);
            case 1 -> till.paid(dice, late, total, true);
            case 2 -> stage.count("nobody pays");
            case 3 ->
                    till.paid(dice, soon, new Money(total.minorUnits() - 1, total.asset()), false);
            case 4 ->
                    till.paid(
                            dice, soon, new Money(total.minorUnits() + 777, total.asset()), false);
            case 5 -> till.paid(dice, soon, till.otherMoney(), false);
            case 6 -> till.paidTwice(dice, soon);
            case 7 -> till.declined(dice, soon);
        }
    }
}
