package io.cybervpn.presentation.fiscal.rest;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fiscal receipts of a payment, in the order in which things happened. */
@Schema(name = "PaymentReceiptList")
public record PaymentReceiptListJson(List<PaymentReceiptJson> items) {
    static PaymentReceiptListJson of(List<FiscalReceiptView> receipts) {
        return new PaymentReceiptListJson(receipts.stream().map(PaymentReceiptJson::of).toList());
    }
}
