package io.cybervpn.domain.shared;

import java.util.List;
import java.util.Optional;

/**
 * A unit in which value is counted: a currency, a stable coin, Telegram's stars. The set is closed;
 * {@code java.util.Currency} knows neither XTR nor USDT.
 *
 * @param code upper-case code as providers and clients write it
 * @param scale number of decimal digits of the smallest unit, 0 to 9
 */
public record Asset(String code, int scale) {
    /** US dollar, in cents. */
    public static final Asset USD = new Asset("USD", 2);

    /** Euro, in cents. */
    public static final Asset EUR = new Asset("EUR", 2);

    /** Russian rouble, in kopecks. */
    public static final Asset RUB = new Asset("RUB", 2);

    /** Tether, in millionths as on its chains. */
    public static final Asset USDT = new Asset("USDT", 6);

    /** Toncoin, in nanotons. */
    public static final Asset TON = new Asset("TON", 9);

    /** Bitcoin, in satoshi. */
    public static final Asset BTC = new Asset("BTC", 8);

    /** Telegram Stars, which have no fraction. */
    public static final Asset XTR = new Asset("XTR", 0);

    private static final List<Asset> KNOWN = List.of(USD, EUR, RUB, USDT, TON, BTC, XTR);

    /** Refuses a code that is not 2 to 8 upper-case letters, or a scale outside 0 to 9. */
    public Asset {
        if (!code.matches("[A-Z]{2,8}")) {
            throw new IllegalArgumentException("not an asset code: " + code);
        }
        if (scale < 0 || scale > 9) {
            throw new IllegalArgumentException("scale outside 0..9: " + scale);
        }
    }

    /** Finds a known asset by its exact code; empty for anything else. */
    public static Optional<Asset> find(String code) {
        return KNOWN.stream().filter(asset -> asset.code.equals(code)).findFirst();
    }

    /** Like {@link #find} for codes that were stored by us; an unknown one is our bug. */
    public static Asset of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unknown asset " + code));
    }
}
