package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A customer, and what the play itself knows of him, without asking the shop. */
final class Buyer {
    private final long number;
    private final AccountId id;
    private final List<Sale> sales = new ArrayList<>();
    private final Map<String, Long> byStaff = new TreeMap<>();
    private final Map<String, Target> switches = new TreeMap<>();
    private boolean renewsByItself;

    Buyer(long number, AccountId id) {
        this.number = number;
        this.id = id;
    }

    /** A plan, and the term whose price counts. */
    record Target(String plan, int days) {}

    /**
     * One thing that he wants to pay for.
     *
     * @param id of the order or the top-up
     * @param vendor who takes the money; empty: it was paid from the wallet at once
     * @param asked what the vendor was asked for: the total, less what the wallet gives
     * @param days 0 for a top-up
     * @param price of those days, where the total buys no more of them than it reaches for: a
     *     change of plan
     */
    record Sale(
            Buyer buyer,
            String id,
            String payment,
            Optional<Vendor> vendor,
            Money total,
            Money asked,
            String plan,
            int days,
            OptionalLong price) {
        Sale(
                Buyer buyer,
                String id,
                String payment,
                Optional<Vendor> vendor,
                Money total,
                Money asked,
                String plan,
                int days) {
            this(buyer, id, payment, vendor, total, asked, plan, days, OptionalLong.empty());
        }

        /** The plan of what is no plan. */
        static final String ADD_ON = "add-on";

        boolean isTopUp() {
            return days == 0;
        }

        boolean isAddOn() {
            return plan.equals(ADD_ON);
        }

        /** Time of a plan. */
        boolean isTime() {
            return !isTopUp() && !isAddOn();
        }

        /** It pays for another plan. */
        boolean isSwitch() {
            return price.isPresent();
        }

        /** The wallet gives a part, so that late money may find it gone. */
        boolean isMixed() {
            return !asked.equals(total);
        }
    }

    AccountId id() {
        return id;
    }

    long telegramId() {
        return 1_000_000 + number;
    }

    List<Sale> sales() {
        return sales;
    }

    void add(Sale sale) {
        sales.add(sale);
    }

    /** Whoever pays from his wallet may spend what was meant for something else. */
    boolean spendsFromWallet() {
        return renewsByItself
                || sales.stream().anyMatch(sale -> sale.vendor().isEmpty() || sale.isMixed());
    }

    /** From now on the shop may place orders for him, and pay them from his wallet. */
    void renewsByItself() {
        renewsByItself = true;
    }

    boolean isRenewedByItself() {
        return renewsByItself;
    }

    /** He took a subscription to another plan without paying; by the key of his request. */
    void switched(String key, Target target) {
        switches.put(key, target);
    }

    /** What he took to, by the key of each request. */
    Map<String, Target> switches() {
        return switches;
    }

    /** Staff put so much in; below zero: took it out. */
    void adjusted(Asset asset, long minor) {
        byStaff.merge(asset.code(), minor, Long::sum);
    }

    long adjusted(String asset) {
        return byStaff.getOrDefault(asset, 0L);
    }
}
