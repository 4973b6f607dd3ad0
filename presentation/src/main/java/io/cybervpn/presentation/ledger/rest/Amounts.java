package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.math.BigDecimal;

/** Signed amounts of the books. */
final class Amounts {
    private Amounts() {}

    static MoneyJson signed(long minorUnits, Asset asset) {
        return new MoneyJson(
                BigDecimal.valueOf(minorUnits, asset.scale()).toPlainString(), asset.code());
    }
}
