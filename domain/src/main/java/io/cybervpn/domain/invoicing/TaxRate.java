package io.cybervpn.domain.invoicing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A tax of a country.
 *
 * @param country ISO 3166 code of two capital letters
 * @param code 1 to 20 characters, such as {@code vat}
 * @param name as printed, 1 to 100 characters
 * @param basisPoints hundredths of a percent, 1 to 10000
 * @param inclusive whether it is in the prices that staff write; prices of the shop always contain
 *     it
 * @param validFrom the first day of UTC
 * @param validTo the first day on which it is over; empty: not in sight
 */
public record TaxRate(
        TaxRateId id,
        String country,
        String code,
        String name,
        int basisPoints,
        boolean inclusive,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {
    /** All of a line: no rate, and no sum of rates, is more. */
    public static final int BASIS_POINTS_MAX = 10_000;

    /** Refuses what is no rate. */
    public TaxRate {
        if (!country.matches("[A-Z]{2}")
                || !isText(code, 20)
                || !isText(name, 100)
                || basisPoints < 1
                || basisPoints > BASIS_POINTS_MAX
                || validTo.filter(to -> !to.isAfter(validFrom)).isPresent()) {
            throw new IllegalArgumentException("not a tax rate: " + country + " " + code);
        }
    }

    private static boolean isText(String text, int lengthMax) {
        return !text.isBlank() && text.length() <= lengthMax;
    }

    /** Whether it is due on that day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(day::isBefore).orElse(true);
    }

    /** The same, contained in the price. */
    public TaxRate contained() {
        return new TaxRate(id, country, code, name, basisPoints, true, validFrom, validTo);
    }
}
