package io.cybervpn.domain.invoicing.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides whole units so that nothing is lost: by the largest remainder. Pure. */
final class Shares {
    private Shares() {}

    /**
     * Divides {@code total} in proportion to {@code weights}. Each share is its exact one rounded
     * down, or one more; those with the largest remainders get it, earlier ones first. The shares
     * sum to the total, and none passes its weight while the total does not pass their sum.
     *
     * @param total zero or more
     * @param weights may be negative; sum to more than zero, or all is zero
     */
    static List<Long> of(long total, List<Long> weights) {
        long sum = weights.stream().reduce(0L, Math::addExact);
        if (total == 0) {
            return weights.stream().map(_ -> 0L).toList();
        }
        if (total < 0 || sum <= 0) {
            throw new IllegalArgumentException(total + " among " + weights);
        }
        BigInteger whole = BigInteger.valueOf(sum);
        long[] shares = new long[weights.size()];
        long[] rests = new long[weights.size()];
        for (int i = 0; i < shares.length; i++) {
            BigInteger exact =
                    BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights.get(i)));
            rests[i] = exact.mod(whole).longValueExact();
            shares[i] = exact.subtract(exact.mod(whole)).divide(whole).longValueExact();
        }
        long left = total - Arrays.stream(shares).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -rests[i]))
                .limit(left)
                .forEach(i -> shares[i]++);
        return Arrays.stream(shares).boxed().toList();
    }

    /** {@code amount × part ÷ whole}, half a unit rounded up. */
    static long rounded(long amount, long part, long whole) {
        BigInteger twice =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        BigInteger divisor = BigInteger.valueOf(whole).shiftLeft(1);
        return twice.add(BigInteger.valueOf(whole)).divide(divisor).longValueExact();
    }
}
