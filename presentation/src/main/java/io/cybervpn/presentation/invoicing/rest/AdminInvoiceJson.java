package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invoice as staff see it.
 *
 * @param accountId whose it is
 */
@Schema(name = "AdminInvoice")
record AdminInvoiceJson(InvoiceJson invoice, UUID accountId) {
    /** A page of everybody's, newest first. */
    @Schema(name = "AdminInvoicePage")
    record PageJson(List<AdminInvoiceJson> items, PageInfoJson page) {
        static PageJson of(Page<InvoiceView> page, Languages languages) {
            return new PageJson(
                    page.items().stream().map(one -> AdminInvoiceJson.of(one, languages)).toList(),
                    PageInfoJson.of(page));
        }
    }

    static AdminInvoiceJson of(InvoiceView view, Languages languages) {
        return new AdminInvoiceJson(InvoiceJson.of(view, languages), view.account().value());
    }
}
