package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as staff see it.
 *
 * @param accountId whose it is
 * @param dueDays how many days after it got its number it is due
 * @param closeReason why it was withdrawn or given up; null if it was not
 * @param version what {@code If-Match} may name, and {@code ETag} says
 */
@Schema(name = "AdminInvoice")
record AdminInvoiceJson(
        InvoiceJson invoice,
        UUID accountId,
        int dueDays,
        @Schema(nullable = true) @Nullable String closeReason,
        int version) {
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
        return new AdminInvoiceJson(
                InvoiceJson.of(view, languages),
                view.account().value(),
                view.dueDays(),
                view.closing().map(InvoiceView.ClosingView::reason).orElse(null),
                view.version());
    }
}
