package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a tax shall be.
 *
 * @param country ISO 3166 code of two capital letters
 * @param code such as {@code vat}; a country has one of a code on a day
 * @param name as printed
 * @param rateBasisPoints hundredths of a percent
 * @param inclusive whether it is in the prices that staff write; prices of the shop always contain
 *     it
 * @param validFrom the first day of UTC
 * @param validTo the first day on which it is over; null: not in sight
 */
@Schema(name = "TaxRateRequest")
record TaxRateRequestJson(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,19}") String code,
        @NotNull @Pattern(regexp = "(?=.*\\S)[^\\p{Cntrl}]{1,100}") String name,
        @Min(1) @Max(TaxRate.BASIS_POINTS_MAX) int rateBasisPoints,
        boolean inclusive,
        @NotNull @Pattern(regexp = TaxRateRequestJson.DAY) @Schema(format = "date")
                String validFrom,
        @Pattern(regexp = TaxRateRequestJson.DAY) @Schema(format = "date", nullable = true)
                @Nullable String validTo) {
    /** A day such as 2026-01-31, which is looked up in the calendar later. */
    static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    /** Empty when it would be over before it begins. */
    Optional<TaxRate> toRate(TaxRateId id) {
        LocalDate from = day("/validFrom", validFrom);
        Optional<LocalDate> to = Optional.ofNullable(validTo).map(text -> day("/validTo", text));
        return to.filter(day -> !day.isAfter(from)).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new TaxRate(id, country, code, name, rateBasisPoints, inclusive, from, to));
    }

    private static LocalDate day(String pointer, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.invalid(pointer, "invalid", "There is no such day.").asException();
        }
    }
}
