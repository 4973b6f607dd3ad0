package io.cybervpn.application.invoicing.port;

import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** What went back of the money of a sale. */
public interface SaleReturns {
    /**
     * A refund that the payer has.
     *
     * @param fromSale what of it had paid for the sale, more than nothing
     */
    record Return(RefundId refund, Money fromSale) {}

    /** All of a sale, oldest first, as they are at this moment of the open unit of work. */
    Uni<List<Return>> of(UUID subject);
}
