package io.cybervpn.presentation.fiscal.rest;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of fiscal receipts, newest first. */
@Schema(name = "FiscalReceiptPage")
public record FiscalReceiptPageJson(List<FiscalReceiptJson> items, PageInfoJson page) {
    static FiscalReceiptPageJson of(Page<FiscalReceiptView> page) {
        return new FiscalReceiptPageJson(
                page.items().stream().map(FiscalReceiptJson::of).toList(), PageInfoJson.of(page));
    }
}
