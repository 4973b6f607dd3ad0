package io.cybervpn.domain.subscription.model;

import java.math.BigInteger;
import java.time.Instant;

/**
 * An exact number of anything: minor units, or microseconds. Never rounded before it is shown, so
 * that nothing adds up over many steps.
 *
 * @param above the numerator
 * @param below the denominator, above zero; without a common divisor with {@code above}
 */
record Fraction(BigInteger above, BigInteger below) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0);

    private static final long MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400 * MICROS;
    private static final int NANOS_PER_MICRO = 1_000;

    /** Shortens. */
    Fraction {
        if (below.signum() <= 0) {
            throw new ArithmeticException(above + " / " + below);
        }
        BigInteger divisor = above.gcd(below);
        if (divisor.compareTo(BigInteger.ONE) > 0) {
            above = above.divide(divisor);
            below = below.divide(divisor);
        }
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction ofDays(int days) {
        return of(days).times(of(DAY_MICROS));
    }

    static Fraction ofSeconds(long seconds) {
        return of(seconds).times(of(MICROS));
    }

    /** Microseconds since 1970. */
    static Fraction at(Instant moment) {
        return ofSeconds(moment.getEpochSecond())
                .plus(of(moment.getNano()).over(of(NANOS_PER_MICRO)));
    }

    /** The moment, of a microsecond begun the whole: a store keeps nothing finer. */
    Instant toInstant() {
        long micros = ceil().longValueExact();
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_PER_MICRO);
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                above.multiply(other.below).add(other.above.multiply(below)),
                below.multiply(other.below));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.above.negate(), other.below));
    }

    Fraction times(Fraction other) {
        return new Fraction(above.multiply(other.above), below.multiply(other.below));
    }

    Fraction over(Fraction other) {
        return other.above.signum() < 0
                ? times(new Fraction(other.below.negate(), other.above.negate()))
                : times(new Fraction(other.below, other.above));
    }

    Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isPositive() {
        return above.signum() > 0;
    }

    /** The smallest whole number that is not less. */
    BigInteger ceil() {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** The largest whole number that is not more. */
    BigInteger floor() {
        BigInteger[] parts = above.divideAndRemainder(below);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    @Override
    public int compareTo(Fraction other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }
}
