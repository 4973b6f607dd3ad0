package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of one's own payments, newest first. */
@Schema(name = "PaymentPage")
public record PaymentPageJson(List<PaymentJson> items, PageInfoJson page) {
    static PaymentPageJson of(Page<PaymentView> page) {
        return new PaymentPageJson(
                page.items().stream().map(PaymentJson::of).toList(), PageInfoJson.of(page));
    }
}
