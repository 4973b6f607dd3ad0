package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.Party;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer wants on his invoices, beside his e-mail; any of it may be empty.
 *
 * @param name else that of his profile is printed
 * @param country whose taxes are due; ISO 3166 code of two capital letters
 */
@Schema(name = "BillingDetails")
record BillingDetailsJson(
        @NotNull @Size(max = 200) @Pattern(regexp = PartyJson.LINE) String name,
        @NotNull @Size(max = 500) @Pattern(regexp = PartyJson.LINES) String address,
        @NotNull @Size(max = 50) @Pattern(regexp = PartyJson.LINE) String taxId,
        @NotNull @Pattern(regexp = "([A-Z]{2})?") String country) {
    static BillingDetailsJson of(Party party) {
        return new BillingDetailsJson(
                party.name(), party.address(), party.taxId(), party.country());
    }

    Party toParty() {
        return new Party(name, "", address, taxId, country);
    }
}
