package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.cybervpn.presentation.simulation.Vendor.Took;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What staff do by hand: here, and at providers past the shop; and what payers' banks do. */
final class Clerks {
    private final Stage stage;

    Clerks(Stage stage) {
        this.stage = stage;
    }

    /** They say who sells, which tax prices contain, and what the product of a store is. */
    void openShop() {
        JsonObject seller =
                new JsonObject()
                        .put("name", "A shop of a play")
                        .put("email", "shop@example.org")
                        .put("address", "A street")
                        .put("taxId", "7")
                        .put("country", "RU");
        JsonObject tax =
                new JsonObject()
                        .put("country", "RU")
                        .put("code", "vat")
                        .put("name", "VAT")
                        .put("rateBasisPoints", TaxVerdict.BASIS_POINTS)
                        .put("inclusive", true)
                        .put("validFrom", "2034-01-01");
        set(
                "/admin/store-products/app_store/" + Stores.PRODUCT,
                new JsonObject().put("planId", Story.PLANS.get(1)));
        set("/admin/invoicing/seller", seller);
        set("/admin/invoicing/tax-rates/019b0000-0000-7000-8000-0000000000a1", tax);
    }

    private void set(String path, JsonObject body) {
        Shop.Answer answer = stage.shop().set(path, body);
        if (answer.status() / 100 != 2) {
            throw new AssertionError("nothing can be set: " + answer);
        }
    }

    /** They give some sales back, days later, and some payers go to their banks. */
    void maybeGiveBack(Sale sale, Dice dice) {
        if (dice.chance(25)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(1), Duration.ofDays(25)),
                    "refund",
                    own -> refund(sale, own));
        }
        if (dice.chance(6)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(1), Duration.ofDays(40)),
                    "past us",
                    own -> sale.vendor().ifPresent(vendor -> pastUs(sale, vendor, own)));
        }
    }

    private void refund(Sale sale, Dice dice) {
        boolean canGoBack = sale.vendor().filter(stage::gives).isPresent();
        JsonObject wish =
                new JsonObject().put("to", canGoBack && dice.chance(80) ? "provider" : "wallet");
        if (dice.chance(60)) {
            long part = dice.between(1, sale.asked().minorUnits());
            wish.put("amount", new Money(part, sale.total().asset()).toDecimal());
        }
        Shop.Answer answer =
                stage.shop()
                        .decide(
                                dice.uuid().toString(),
                                "/admin/payments/" + sale.payment() + "/refunds",
                                wish);
        stage.count(
                switch (Integer.valueOf(answer.status())) {
                    case Integer it when it == 201 -> "refunded to " + wish.getString("to");
                    case Integer it when it == 202 -> "a refund waits for other eyes";
                    case Integer it when it == 409 -> "not refunded: " + answer.code();
                    case Integer _ ->
                            throw new AssertionError("neither refunded nor refused: " + answer);
                });
        if (dice.chance(50)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofMinutes(1), Duration.ofDays(9)),
                    "refund",
                    own -> refund(sale, own));
        }
        if (sale.vendor().filter(BankVendor.class::isInstance).isPresent()) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(2), Duration.ofDays(4)),
                    "bank returns",
                    this::sendReturns);
        }
        stage.carry(dice);
    }

    /** The transfers back that wait are made; some cannot be. */
    void sendReturns(Dice dice) {
        JsonObject waiting = stage.shop().watch("/admin/bank-returns");
        waiting.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("refundId"))
                .sorted()
                .forEach(id -> sendReturn(id, dice));
    }

    private void sendReturn(String id, Dice dice) {
        boolean sent = dice.chance(85);
        JsonObject outcome = new JsonObject().put("kind", sent ? "sent" : "failed");
        if (sent) {
            outcome.put("bankReference", "back " + id);
        }
        Shop.Answer answer =
                stage.shop()
                        .decide(
                                dice.uuid().toString(),
                                "/admin/bank-returns/" + id + "/outcomes",
                                outcome);
        stage.count("bank return " + outcome.getString("kind") + " " + answer.status());
        if (answer.status() != 201) {
            throw new AssertionError("a transfer back cannot be noted: " + answer);
        }
    }

    private void pastUs(Sale sale, Vendor vendor, Dice dice) {
        Optional<Took> last =
                vendor.took().stream()
                        .filter(one -> one.payment().equals(sale.payment()))
                        .filter(one -> one.money().equals(sale.asked()))
                        .reduce((_, next) -> next);
        stage.pastUs(sale.payment());
        last.ifPresent(took -> pastUs(vendor, took, dice));
        stage.carry(dice);
    }

    private void pastUs(Vendor vendor, Took took, Dice dice) {
        boolean bank = dice.chance(50);
        long part = dice.between(1, took.money().minorUnits());
        Optional<Consumer<Boolean>> dispute = bank ? vendor.dispute(took) : Optional.empty();
        if (dispute.isEmpty()) {
            stage.count(gaveBack(vendor, took, part) ? "refunded past us" : "nothing past us");
            return;
        }
        stage.count("disputed");
        if (dice.chance(70)) {
            stage.later(
                    dice,
                    dice.between(Duration.ofHours(5), Duration.ofDays(30)),
                    "end of a dispute",
                    own -> {
                        dispute.get().accept(own.chance(50));
                        stage.carry(own);
                    });
        }
    }

    /** A provider says no to more than is left there. */
    private static boolean gaveBack(Vendor vendor, Took took, long part) {
        try {
            return vendor.refundPastUs(took, part);
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Money is put into a wallet, taken out, or given to be spent. */
    void adjust(List<Buyer> buyers, Dice dice) {
        if (buyers.isEmpty()) {
            return;
        }
        Buyer buyer = dice.pick(buyers);
        String kind = dice.pick(List.of("credit", "debit", "grant", "grant"));
        Money money = new Money(dice.between(1, 40_000), Asset.RUB);
        JsonObject body =
                new JsonObject()
                        .put("kind", kind)
                        .put(
                                "amount",
                                new JsonObject()
                                        .put("amount", money.toDecimal())
                                        .put("currency", "RUB"));
        if (kind.equals("grant") && dice.chance(60)) {
            Duration life = dice.between(Duration.ofHours(2), Duration.ofDays(30));
            body.put("lapsesAt", stage.hands().now().plus(life).toString());
        }
        Shop.Answer answer =
                stage.shop()
                        .decide(
                                dice.uuid().toString(),
                                "/admin/users/" + buyer.id().value() + "/wallet/adjustments",
                                body);
        stage.count("staff: " + kind + " " + answer.status() + " " + answer.code());
        if (answer.status() == 201) {
            buyer.adjusted(
                    Asset.RUB, kind.equals("debit") ? -money.minorUnits() : money.minorUnits());
        } else if (answer.status() != 422) {
            throw new AssertionError("a wallet cannot be adjusted: " + answer);
        }
    }
}
