package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a draft shall say.
 *
 * @param lines one to 100; together more than nothing
 * @param note for the customer, as printed; may be empty
 * @param dueDays how many days after it got its number it is due
 */
@Schema(name = "InvoiceDraftText")
record DraftTextJson(
        @NotNull @Valid @Size(max = 100) List<@NotNull DraftLineJson> lines,
        @NotNull @Size(max = 1000) @Pattern(regexp = PartyJson.LINES) String note,
        @Min(0) @Max(365) int dueDays) {
    InvoiceText toText(String pointer) {
        return new InvoiceText(
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).toLine(pointer + "/lines/" + i))
                        .toList(),
                note,
                dueDays);
    }
}
