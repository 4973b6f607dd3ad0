package io.cybervpn.application.fiscal.port;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Receipts, to be looked at. */
public interface FiscalReceiptViews {
    /**
     * A page, newest first.
     *
     * @param state as in {@link FiscalReceiptView}; empty: any
     */
    Uni<Page<FiscalReceiptView>> page(
            Optional<String> state, Optional<PaymentId> payment, Page.Request page);

    /** Those of a payment, in the order in which things happened. */
    Uni<List<FiscalReceiptView>> ofPayment(PaymentId payment);
}
