package io.cybervpn.sandbox.cryptopay;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Fixed exchange rates: no laptop needs the market's. */
final class Rates {

    private static final Map<String, String> IN_USD =
            new TreeMap<>(
                    Map.of(
                            "USDT", "1.00",
                            "USDC", "1.00",
                            "TON", "3.20",
                            "BTC", "91000",
                            "ETH", "3100",
                            "LTC", "85.0",
                            "BNB", "610",
                            "TRX", "0.25"));
    private static final Map<String, String> PER_USD =
            new TreeMap<>(
                    Map.of("USD", "1", "EUR", "0.92", "RUB", "92.55", "KZT", "525", "UAH", "41.5"));

    private Rates() {}

    /** How much of the fiat one unit of the asset costs. */
    static BigDecimal rate(String asset, String fiat) {
        BigDecimal perUsd = new BigDecimal(PER_USD.getOrDefault(fiat, "1"));
        return new BigDecimal(IN_USD.getOrDefault(asset, "1"))
                .multiply(perUsd)
                .stripTrailingZeros();
    }

    /** What a price in fiat costs in the asset, eight digits after the point at most. */
    static String convert(String price, String fiat, String asset) {
        return new BigDecimal(price)
                .divide(rate(asset, fiat), MathContext.DECIMAL64)
                .setScale(8, RoundingMode.UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static JsonArray all() {
        JsonArray rates = new JsonArray();
        IN_USD.keySet()
                .forEach(asset -> PER_USD.keySet().forEach(fiat -> rates.add(line(asset, fiat))));
        return rates;
    }

    private static JsonObject line(String asset, String fiat) {
        return new JsonObject()
                .put("is_valid", true)
                .put("is_crypto", true)
                .put("is_fiat", false)
                .put("source", asset)
                .put("target", fiat)
                .put("rate", rate(asset, fiat).toPlainString());
    }
}
