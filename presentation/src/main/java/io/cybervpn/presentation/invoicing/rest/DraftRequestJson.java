package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft to write.
 *
 * @param accountId the customer
 * @param currency of all of it; never changes
 */
@Schema(name = "InvoiceDraftRequest")
record DraftRequestJson(
        @NotNull UUID accountId,
        @NotNull @Schema(examples = "RUB") String currency,
        @NotNull @Valid DraftTextJson text) {
    Asset asset() {
        return Asset.find(currency)
                .orElseThrow(
                        () ->
                                Problem.invalid("/currency", "unknown", "There is no such one.")
                                        .asException());
    }
}
