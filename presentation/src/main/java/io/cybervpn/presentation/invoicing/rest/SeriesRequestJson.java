package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.SeriesRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How documents of a kind shall be numbered.
 *
 * @param prefix capital letters, digits and hyphens
 * @param yearly whether each year of UTC begins at 1 again
 * @param digits how many the sequence has at least
 */
@Schema(name = "DocumentSeriesRequest")
record SeriesRequestJson(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,19}") String prefix,
        boolean yearly,
        @Min(1) @Max(12) int digits) {
    SeriesRule toRule(DocumentKind kind) {
        return new SeriesRule(kind, prefix, yearly, digits);
    }
}
