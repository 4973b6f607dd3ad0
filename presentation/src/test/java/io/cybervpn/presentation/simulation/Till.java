package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import java.time.Duration;
import java.util.List;

/** One customer at one provider's page. */
final class Till {
    private static final int PATIENCE = 6;

    private final Stage stage;
    private final Sale sale;
    private final Vendor vendor;

    Till(Stage stage, Sale sale, Vendor vendor) {
        this.stage = stage;
        this.sale = sale;
        this.vendor = vendor;
    }

    /** He pays after this time, and the provider says that it was this money. */
    void paid(Dice dice, Duration after, Money money, boolean late) {
        String name = late ? "pay late" : money.equals(sale.asked()) ? "pay" : "pay wrong";
        stage.later(dice, after, name, own -> pay(money, late, PATIENCE, own));
    }

    /** Twice the same, where a provider lets him. */
    void paidTwice(Dice dice, Duration after) {
        paid(dice, after, sale.asked(), false);
        stage.later(
                dice, after.plusMinutes(3), "pay again", own -> pay(sale.asked(), true, 1, own));
    }

    /** His bank says no. */
    void declined(Dice dice, Duration after) {
        stage.later(
                dice,
                after,
                "decline",
                own -> {
                    vendor.invoices(sale.payment()).forEach(vendor::end);
                    stage.carry(own);
                });
    }

    /** As much in another currency; where there is none, nearly nothing. */
    Money otherMoney() {
        List<Asset> others =
                vendor.assets().stream()
                        .filter(asset -> !asset.equals(sale.asked().asset()))
                        .filter(asset -> !asset.equals(Asset.USDT))
                        .toList();
        return others.isEmpty() || sale.asked().asset().equals(Asset.USDT)
                ? new Money(1, sale.asked().asset())
                : new Money(sale.asked().minorUnits(), others.getFirst());
    }

    /** Who sees no page yet looks again. */
    private void pay(Money money, boolean late, int patience, Dice dice) {
        List<String> invoices = vendor.invoices(sale.payment());
        if (invoices.isEmpty() && patience > 1) {
            stage.turn(1);
            stage.later(
                    dice,
                    Duration.ofMinutes(7),
                    "look for the page",
                    own -> pay(money, late, patience - 1, own));
            return;
        }
        if (invoices.isEmpty()) {
            stage.count("no page");
            return;
        }
        Vendor.Payer payer = new Vendor.Payer(sale.payment(), sale.buyer().telegramId(), late);
        boolean took = vendor.pay(invoices.getLast(), payer, money, sale.asked());
        stage.count(took ? "paid at " + vendor.name() : "not taken at " + vendor.name());
        stage.carry(dice);
    }
}
