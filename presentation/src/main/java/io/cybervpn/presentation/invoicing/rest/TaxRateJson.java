package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.TaxRate;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tax of a country.
 *
 * @param rateBasisPoints hundredths of a percent
 * @param inclusive whether it is in the prices that staff write; prices of the shop always contain
 *     it
 * @param validFrom the first day of UTC
 * @param validTo the first day on which it is over; null: not in sight
 */
@Schema(name = "TaxRate")
record TaxRateJson(
        UUID id,
        String country,
        String code,
        String name,
        int rateBasisPoints,
        boolean inclusive,
        LocalDate validFrom,
        @Schema(nullable = true) @Nullable LocalDate validTo) {
    static TaxRateJson of(TaxRate rate) {
        return new TaxRateJson(
                rate.id().value(),
                rate.country(),
                rate.code(),
                rate.name(),
                rate.basisPoints(),
                rate.inclusive(),
                rate.validFrom(),
                rate.validTo().orElse(null));
    }
}
