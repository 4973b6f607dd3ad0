package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import java.util.Optional;

/** Where an invoice comes from. */
public sealed interface Origin {
    /** An order that was paid; there is one invoice of it. */
    record OfOrder(OrderId order) implements Origin {}

    /**
     * A member of staff wrote it.
     *
     * @param requestKey his key of the request: with the same there is one invoice
     */
    record ByStaff(AccountId staff, String requestKey) implements Origin {}

    /** The order, if it is of one. */
    default Optional<OrderId> paidOrder() {
        return switch (this) {
            case OfOrder(var paid) -> Optional.of(paid);
            case ByStaff _ -> Optional.empty();
        };
    }
}
