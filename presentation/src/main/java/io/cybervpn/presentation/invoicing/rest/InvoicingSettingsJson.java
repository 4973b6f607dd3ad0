package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.ViewInvoicingSettings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is printed on invoices that are finalised from now on. */
@Schema(name = "InvoicingSettings")
record InvoicingSettingsJson(
        PartyJson seller, List<SeriesJson> series, List<TaxRateJson> taxRates) {
    static InvoicingSettingsJson of(ViewInvoicingSettings.Result.Found found) {
        return new InvoicingSettingsJson(
                PartyJson.of(found.seller()),
                found.series().stream().map(SeriesJson::of).toList(),
                found.rates().stream().map(TaxRateJson::of).toList());
    }
}
