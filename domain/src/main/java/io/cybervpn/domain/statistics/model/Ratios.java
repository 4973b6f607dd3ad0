package io.cybervpn.domain.statistics.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Shares and averages of whole numbers, rounded half up, once, at the end. Pure. */
public final class Ratios {
    /** A whole, in basis points. */
    public static final int WHOLE_BP = 10_000;

    private Ratios() {}

    /**
     * What part of a whole something is, in basis points; empty for a part of nothing.
     *
     * @param part 0 or more
     * @param whole 0 or more
     */
    public static OptionalLong shareBp(long part, long whole) {
        return average(Math.multiplyExact(part, (long) WHOLE_BP), whole);
    }

    /**
     * A sum divided among so many; empty for nobody.
     *
     * @param sum of smallest units, perhaps negative
     * @param among 0 or more
     */
    public static OptionalLong average(long sum, long among) {
        return among == 0
                ? OptionalLong.empty()
                : OptionalLong.of(
                        BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(among), 0, RoundingMode.HALF_UP)
                                .longValueExact());
    }
}
