package io.cybervpn.application.billing;

import io.cybervpn.application.ledger.ReleaseSetAside;
import io.cybervpn.application.ledger.SettleFromWallet;
import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.application.ledger.SpendFromWallet.Booking;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Settlement;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Where an order's total becomes ours. Only for an open unit of work that holds the order. */
@Singleton
final class Till {
    private final Purse purse;
    private final RecordWalletPayment recordWalletPayment;
    private final Orders orders;
    private final Outbox outbox;

    @Inject
    Till(Purse purse, RecordWalletPayment recordWalletPayment, Orders orders, Outbox outbox) {
        this.purse = purse;
        this.recordWalletPayment = recordWalletPayment;
        this.orders = orders;
        this.outbox = outbox;
    }

    /** The buyer's wallet as orders need it. */
    @Singleton
    static final class Purse {
        private final SpendFromWallet spendFromWallet;
        private final SettleFromWallet settleFromWallet;
        private final ReleaseSetAside releaseSetAside;

        @Inject
        Purse(
                SpendFromWallet spendFromWallet,
                SettleFromWallet settleFromWallet,
                ReleaseSetAside releaseSetAside) {
            this.spendFromWallet = spendFromWallet;
            this.settleFromWallet = settleFromWallet;
            this.releaseSetAside = releaseSetAside;
        }
    }

    /** Whether an order's total became ours. */
    sealed interface Taken {
        /** It did; so much of it the wallet gave beside the money that came for it. */
        record All(Money fromWallet) implements Taken {}

        /** It is not there: nothing was taken. */
        record TooLittle(Money available) implements Taken {}
    }

    /**
     * Moves an order's total to our revenue: from what was set aside for it, from the money that
     * came for it, and from its buyer's wallet where that is not enough, all or nothing.
     */
    Uni<Taken> take(OrderDetails order, Money came) {
        return purse.settleFromWallet
                .execute(
                        new SettleFromWallet.Command(
                                order.id().value(),
                                order.request().account(),
                                order.total(),
                                came,
                                booking(order)))
                .map(
                        settled ->
                                switch (settled) {
                                    case SettleFromWallet.Result.Settled(var fromWallet) ->
                                            new Taken.All(fromWallet);
                                    case SettleFromWallet.Result.NotEnough(var available) ->
                                            new Taken.TooLittle(available);
                                });
    }

    /** The same for an order that only what was paid may pay. */
    Uni<Taken> takePaid(OrderDetails order) {
        return purse.spendFromWallet
                .execute(
                        new SpendFromWallet.Command(
                                order.request().account(),
                                order.total(),
                                SpendFromWallet.Source.PAID,
                                booking(order)))
                .map(
                        spent ->
                                switch (spent) {
                                    case SpendFromWallet.Result.Spent _ ->
                                            new Taken.All(Money.zero(order.total().asset()));
                                    case SpendFromWallet.Result.NotEnough(var available) ->
                                            new Taken.TooLittle(available);
                                });
    }

    private static Booking booking(OrderDetails order) {
        return new Booking(
                "order-settled:" + order.id().value(),
                LedgerTransaction.Kind.ORDER_SETTLED,
                new LedgerAccount.Revenue());
    }

    /** Keeps among the payments what the wallet gave for an order, more than nothing. */
    Uni<PaymentView> record(OrderDetails order, Money fromWallet) {
        return recordWalletPayment.execute(
                new RecordWalletPayment.Command(
                        order.id().value(),
                        order.request().account(),
                        fromWallet,
                        Views.title(order),
                        order.offer().termDays()));
    }

    /** Keeps that the order is paid, and tells what is owed for it. */
    Uni<Void> close(Settlement.Settled settled) {
        return orders.save(settled.order()).chain(() -> outbox.append(settled.event()));
    }

    /** Keeps that the order waits no longer; what was set aside for it is the buyer's again. */
    Uni<Void> giveUp(OrderDetails order) {
        return giveUp(new Order.Expired(order));
    }

    /** The same in the state that it ends in. */
    Uni<Void> giveUp(Order order) {
        return orders.save(order).chain(() -> release(order.details()));
    }

    /** What was set aside for it is the buyer's again. */
    Uni<Void> release(OrderDetails order) {
        return purse.releaseSetAside
                .execute(new ReleaseSetAside.Command.For(List.of(order.id().value())))
                .replaceWithVoid();
    }
}
