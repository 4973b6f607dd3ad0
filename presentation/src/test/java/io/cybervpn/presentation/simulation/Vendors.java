package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Every provider of the sandbox, and the bank. */
final class Vendors {
    private Vendors() {}

    static List<Vendor> all(Shop shop, ShopClock clock) {
        return List.of(
                new CryptoPayVendor(ShopWorld.sandbox().cryptoPay()),
                new StripeVendor(ShopWorld.sandbox().stripe()),
                new YooKassaVendor(ShopWorld.sandbox().yooKassa()),
                new TBankVendor(ShopWorld.sandbox().tBank(), new HashMap<>()),
                new StarsVendor(ShopWorld.sandbox().telegram()),
                new BankVendor(shop, clock, new ArrayList<>()));
    }

    /** Those that can fail. */
    static List<Vendor.Server> servers(List<Vendor> vendors) {
        return vendors.stream()
                .filter(Vendor.Server.class::isInstance)
                .map(Vendor.Server.class::cast)
                .toList();
    }

    /** Each by how many come to it. */
    static Vendor pick(List<Vendor> vendors, Dice dice) {
        return vendors.get(dice.weighed(22, 20, 18, 15, 15, 10));
    }
}
