package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of one's own invoices, newest first. */
@Schema(name = "InvoicePage")
record InvoicePageJson(List<InvoiceJson> items, PageInfoJson page) {
    static InvoicePageJson of(Page<InvoiceView> page, Languages languages) {
        return new InvoicePageJson(
                page.items().stream().map(one -> InvoiceJson.of(one, languages)).toList(),
                PageInfoJson.of(page));
    }
}
