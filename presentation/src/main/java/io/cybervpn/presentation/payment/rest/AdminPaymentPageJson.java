package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.PaymentRecord;
import io.cybervpn.application.shared.Page;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of everybody's payments, newest first.
 *
 * @param nextCursor for the next page without a number; null when nothing follows
 */
@Schema(name = "AdminPaymentPage")
public record AdminPaymentPageJson(
        List<AdminPaymentJson> items,
        PageInfoJson page,
        @Schema(nullable = true) @Nullable String nextCursor) {
    static AdminPaymentPageJson of(Page<PaymentRecord> page) {
        return new AdminPaymentPageJson(
                page.items().stream().map(AdminPaymentJson::of).toList(),
                PageInfoJson.of(page),
                next(page));
    }

    private static @Nullable String next(Page<PaymentRecord> page) {
        return page.items().size() < page.size()
                ? null
                : page.items().getLast().payment().id().value().toString();
    }
}
