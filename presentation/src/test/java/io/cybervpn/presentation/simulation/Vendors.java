package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.shared.ShopWorld;
import java.util.HashMap;
import java.util.List;

/** Every provider of the sandbox. */
final class Vendors {
    private Vendors() {}

    static List<Vendor> all() {
        return List.of(
                new CryptoPayVendor(ShopWorld.sandbox().cryptoPay()),
                new StripeVendor(ShopWorld.sandbox().stripe()),
                new YooKassaVendor(ShopWorld.sandbox().yooKassa()),
                new TBankVendor(ShopWorld.sandbox().tBank(), new HashMap<>()),
                new StarsVendor(ShopWorld.sandbox().telegram()));
    }
}
