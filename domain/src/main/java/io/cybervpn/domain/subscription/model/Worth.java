package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.shared.Money;
import java.util.Optional;

/**
 * What an order gives, and for what: {@code days × paid ÷ price}.
 *
 * @param days whole days of 24 h that {@code price} buys
 * @param paid what was paid for it; empty for time that was given free
 * @param price what {@code days} cost when {@code paid} bought as much of them as it reaches for;
 *     empty when it bought just {@code days}
 */
public record Worth(int days, Optional<Money> paid, Optional<Money> price) {
    /** Refuses no days, and a price for what nobody paid, or of another asset. */
    public Worth {
        if (days < 1 || days > Purchase.DAYS_MAX) {
            throw new IllegalArgumentException("days outside 1.." + Purchase.DAYS_MAX);
        }
        if (price.isPresent() && !price.map(Money::asset).equals(paid.map(Money::asset))) {
            throw new IllegalArgumentException(paid + " at " + price);
        }
    }

    /** Days for their price. */
    public static Worth of(int days, Money paid) {
        return new Worth(
                days, Optional.of(paid).filter(money -> !money.isZero()), Optional.empty());
    }

    /** Days for nothing. */
    public static Worth free(int days) {
        return new Worth(days, Optional.empty(), Optional.empty());
    }

    /** As much time as money buys at a price. */
    public static Worth bought(Money paid, int days, Money price) {
        return new Worth(days, Optional.of(paid), Optional.of(price));
    }

    /** How long it is, in microseconds. */
    Fraction length() {
        return price.map(this::lengthAt).orElseGet(() -> Fraction.ofDays(days));
    }

    private Fraction lengthAt(Money full) {
        return Fraction.ofDays(days)
                .times(Fraction.of(paid.orElseThrow().minorUnits()))
                .over(Fraction.of(full.minorUnits()));
    }
}
