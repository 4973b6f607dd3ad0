package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.PaymentRecord;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of everybody's payments, newest first. */
@Schema(name = "AdminPaymentPage")
public record AdminPaymentPageJson(List<AdminPaymentJson> items, PageInfoJson page) {
    static AdminPaymentPageJson of(Page<PaymentRecord> page) {
        return new AdminPaymentPageJson(
                page.items().stream().map(AdminPaymentJson::of).toList(), PageInfoJson.of(page));
    }
}
