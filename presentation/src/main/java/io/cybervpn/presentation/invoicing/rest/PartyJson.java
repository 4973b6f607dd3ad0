package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.domain.invoicing.Party;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who sells or buys, as it is printed; any of it may be empty.
 *
 * @param address with line breaks
 * @param taxId as its country writes it
 * @param country ISO 3166 code of two capital letters
 */
@Schema(name = "InvoiceParty")
record PartyJson(
        @NotNull @Size(max = 200) @Pattern(regexp = PartyJson.LINE) String name,
        @NotNull @Size(max = 200) @Pattern(regexp = PartyJson.LINE) String email,
        @NotNull @Size(max = 500) @Pattern(regexp = PartyJson.LINES) String address,
        @NotNull @Size(max = 50) @Pattern(regexp = PartyJson.LINE) String taxId,
        @NotNull @Pattern(regexp = "([A-Z]{2})?") String country) {
    /** No control characters: neither paper nor the database has any. */
    static final String LINE = "[^\\p{Cntrl}]*";

    static final String LINES = "([^\\p{Cntrl}]|[\\r\\n])*";

    static PartyJson of(Party party) {
        return new PartyJson(
                party.name(), party.email(), party.address(), party.taxId(), party.country());
    }

    Party toParty() {
        return new Party(name, email, address, taxId, country);
    }
}
