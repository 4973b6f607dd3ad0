package io.cybervpn.application.invoicing;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.invoicing.model.InvoiceDetails;
import io.cybervpn.domain.invoicing.model.Origin;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Invoices for tests of other contexts. */
public final class InvoiceSamples {
    private InvoiceSamples() {}

    /** One that staff wrote. */
    public static Invoice.Draft draft(UUID id) {
        return new Invoice.Draft(
                new InvoiceDetails(
                        new InvoiceId(id),
                        new AccountId(UUID.randomUUID()),
                        new Origin.ByStaff(new AccountId(UUID.randomUUID()), "key"),
                        Asset.RUB,
                        Party.nobody(),
                        List.of(
                                InvoiceLine.untaxed(
                                        LineType.FEE,
                                        Map.of("en", "Help"),
                                        1,
                                        new Money(500, Asset.RUB))),
                        "",
                        Instant.parse("2026-01-31T10:00:00Z"),
                        0));
    }
}
