package io.cybervpn.application.billing;

import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.application.ledger.SpendFromWallet.Booking;
import io.cybervpn.application.ledger.SpendFromWallet.Source;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Settlement;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Where an order's total becomes ours. Only for an open unit of work that holds the order. */
@Singleton
final class Till {
    private final SpendFromWallet spendFromWallet;
    private final Orders orders;
    private final Outbox outbox;

    @Inject
    Till(SpendFromWallet spendFromWallet, Orders orders, Outbox outbox) {
        this.spendFromWallet = spendFromWallet;
        this.orders = orders;
        this.outbox = outbox;
    }

    /** Moves an order's total from its buyer's wallet to our revenue, if it is there. */
    Uni<SpendFromWallet.Result> take(OrderDetails order, Source source) {
        return spendFromWallet.execute(
                new SpendFromWallet.Command(
                        order.request().account(),
                        order.total(),
                        source,
                        new Booking(
                                "order-settled:" + order.id().value(),
                                LedgerTransaction.Kind.ORDER_SETTLED,
                                new LedgerAccount.Revenue())));
    }

    /** Keeps that the order is paid, and tells what is owed for it. */
    Uni<Void> close(Settlement.Settled settled) {
        return orders.save(settled.order()).chain(() -> outbox.append(settled.event()));
    }
}
