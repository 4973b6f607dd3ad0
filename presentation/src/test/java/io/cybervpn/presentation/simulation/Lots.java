package io.cybervpn.presentation.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The time of one subscription as money that is used up: the judge's own reckoning, in decimal
 * numbers of so many digits that nothing can be seen of how they are rounded.
 */
final class Lots {
    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000_000L);

    private List<Lot> lots = new ArrayList<>();
    private Optional<BigDecimal> end = Optional.empty();

    /** In microseconds, and minor units of its own currency. */
    private record Lot(String asset, BigDecimal value, BigDecimal from, BigDecimal length) {
        BigDecimal to() {
            return from.add(length);
        }
    }

    static BigDecimal lengthOf(Duration time) {
        return BigDecimal.valueOf(time.toSeconds()).multiply(BigDecimal.valueOf(1_000_000));
    }

    /** How long money lasts at a price of so many days. */
    static BigDecimal lengthOf(BigDecimal minor, long price, int days) {
        return DAY.multiply(BigDecimal.valueOf(days))
                .multiply(minor)
                .divide(BigDecimal.valueOf(price), DIGITS);
    }

    private static BigDecimal micros(Instant moment) {
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    }

    /** Time that begins when it is paid, or at the end of what there is. */
    void add(Instant paidAt, String asset, long minor, BigDecimal length) {
        BigDecimal at = micros(paidAt);
        BigDecimal from = end.map(at::max).orElse(at);
        Lot lot = new Lot(asset, BigDecimal.valueOf(minor), from, length);
        lots.add(lot);
        end = Optional.of(lot.to());
    }

    /** What is left of the money buys time of another plan; empty: it has no price of it. */
    void change(Instant moment, int days, Function<String, Optional<Long>> price) {
        BigDecimal at = micros(moment);
        List<Lot> left =
                lots.stream()
                        .filter(lot -> lot.length().signum() > 0 && lot.to().compareTo(at) > 0)
                        .toList();
        if (left.isEmpty()) {
            return;
        }
        List<Lot> bought = new ArrayList<>();
        BigDecimal from = left.getFirst().from().max(at);
        for (Lot lot : left) {
            BigDecimal remains = lot.to().subtract(lot.from().max(at));
            BigDecimal value = lot.value().multiply(remains).divide(lot.length(), DIGITS);
            long each = price.apply(lot.asset()).orElseThrow();
            bought.add(new Lot(lot.asset(), value, from, lengthOf(value, each, days)));
            from = bought.getLast().to();
        }
        lots = bought;
        end = Optional.of(from);
    }

    /** Of a microsecond begun the whole. */
    Optional<Instant> end() {
        return end.map(micros -> micros.setScale(10, RoundingMode.HALF_UP))
                .map(micros -> micros.setScale(0, RoundingMode.CEILING).longValueExact())
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
