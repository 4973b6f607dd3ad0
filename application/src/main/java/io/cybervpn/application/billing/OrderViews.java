package io.cybervpn.application.billing;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads of orders with their latest payment, outside any unit of work. */
public interface OrderViews {
    /** One order of this account; empty when it is another's or does not exist. */
    Uni<Optional<OrderView>> find(AccountId account, OrderId id);

    /** The account's orders, newest first. */
    Uni<Page<OrderView>> of(AccountId account, Page.Request page);
}
