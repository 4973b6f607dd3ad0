package io.cybervpn.domain.shared;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An exact, never negative amount of one asset. Arithmetic is exact or throws {@link
 * ArithmeticException}; amounts of different assets never mix.
 *
 * @param minorUnits count of the asset's smallest unit, zero or more
 * @param asset what is counted
 */
public record Money(long minorUnits, Asset asset) implements Comparable<Money> {
    private static final int DECIMAL_LENGTH_MAX = 40;

    /** Refuses a negative count. */
    public Money {
        if (minorUnits < 0) {
            throw new IllegalArgumentException(
                    "money is never negative: " + minorUnits + " " + asset.code());
        }
    }

    /** Nothing of an asset. */
    public static Money zero(Asset asset) {
        return new Money(0, asset);
    }

    /**
     * Reads a plain decimal such as {@code 199.00}. Trailing zeros beyond the asset's scale are
     * harmless; any other excess digit, a sign, an exponent or text gives empty, since rounding
     * somebody's money is not ours to do.
     */
    public static Optional<Money> parse(String decimal, Asset asset) {
        if (decimal.length() > DECIMAL_LENGTH_MAX || !decimal.matches("\\d+(\\.\\d+)?")) {
            return Optional.empty();
        }
        try {
            long units = new BigDecimal(decimal).movePointRight(asset.scale()).longValueExact();
            return Optional.of(new Money(units, asset));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** The sum; both amounts must be of one asset. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameAsset(other).minorUnits), asset);
    }

    /** The rest; taking more than there is is our bug, not a debt. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameAsset(other).minorUnits), asset);
    }

    /** True when there is nothing. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /** The decimal text with exactly the asset's digits: {@code 199.00}, {@code 50} for stars. */
    public String toDecimal() {
        return BigDecimal.valueOf(minorUnits, asset.scale()).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameAsset(other).minorUnits);
    }

    @Override
    public String toString() {
        return toDecimal() + " " + asset.code();
    }

    private Money sameAsset(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException(
                    "cannot mix " + asset.code() + " and " + other.asset.code());
        }
        return other;
    }
}
