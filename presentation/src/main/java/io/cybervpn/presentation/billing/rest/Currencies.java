package io.cybervpn.presentation.billing.rest;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.Map;

/** Currencies as clients write them. */
final class Currencies {
    private Currencies() {}

    /** The asset of a code; a code that nobody knows is bad input. */
    static Asset parse(String code) {
        return Asset.find(code)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                400,
                                                "currency_unknown",
                                                "There is no such currency; codes are upper case,"
                                                        + " such as RUB or USDT.")
                                        .asException());
    }

    /** Values for a problem that is about a currency. */
    static Map<String, String> params(Asset asset) {
        return Map.of("currency", asset.code());
    }
}
