package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.HoldSpendable;
import io.cybervpn.application.payment.port.NamedOrders;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a decision that pays a named order; of other decisions it does nothing. Only for an
 * open unit of work, in this order.
 */
@Singleton
final class OrderMoney {
    private final NamedOrders orders;
    private final HoldSpendable wallet;

    @Inject
    OrderMoney(NamedOrders orders, HoldSpendable wallet) {
        this.orders = orders;
        this.wallet = wallet;
    }

    /** Holds the order; the reason why it cannot be paid, if there is one. */
    Uni<Optional<String>> refusal(Resolution resolution) {
        return switch (resolution) {
            case Resolution.PayOrder(var order, var buyer) ->
                    orders.hold(order).map(standing -> refusal(standing, buyer));
            case Resolution.Credit _, Resolution.SentBack _, Resolution.Kept _ -> nothing();
        };
    }

    private static Optional<String> refusal(NamedOrders.Standing standing, AccountId buyer) {
        return switch (standing) {
            case NamedOrders.Standing.NotThere() -> Optional.of("order_not_found");
            case NamedOrders.Standing.Paid() -> Optional.of("order_paid");
            case NamedOrders.Standing.Cancelled() -> Optional.of("order_cancelled");
            case NamedOrders.Standing.Unpaid(var owner, _) ->
                    owner.equals(buyer) ? Optional.empty() : Optional.of("order_not_found");
        };
    }

    /**
     * The reason why so much, together with what is set aside for the order and what else its buyer
     * can spend, given and paid, does not pay it. Holds the wallet.
     */
    Uni<Optional<String>> shortage(Resolution resolution, Money left) {
        return switch (resolution) {
            case Resolution.PayOrder(var order, var buyer) ->
                    orders.hold(order)
                            .chain(standing -> shortage(standing, new Purse(buyer, order), left));
            case Resolution.Credit _, Resolution.SentBack _, Resolution.Kept _ -> nothing();
        };
    }

    private Uni<Optional<String>> shortage(NamedOrders.Standing standing, Purse purse, Money left) {
        return switch (standing) {
            case NamedOrders.Standing.Unpaid(_, var total) -> shortage(total, purse, left);
            case NamedOrders.Standing.Paid _,
                    NamedOrders.Standing.Cancelled _,
                    NamedOrders.Standing.NotThere _ ->
                    Uni.createFrom().item(Optional.of("order_paid"));
        };
    }

    /** Whose money, and for which order. */
    private record Purse(AccountId buyer, UUID order) {}

    private Uni<Optional<String>> shortage(Money total, Purse purse, Money left) {
        if (!total.asset().equals(left.asset())) {
            return Uni.createFrom().item(Optional.of("other_currency"));
        }
        return wallet.execute(new HoldSpendable.Query(purse.buyer(), total.asset(), purse.order()))
                .map(
                        has ->
                                has.plus(left).compareTo(total) < 0
                                        ? Optional.of("not_enough_money")
                                        : Optional.empty());
    }

    /** Pays it; the money is in the wallet. */
    Uni<Void> pay(Resolution resolution) {
        return switch (resolution) {
            case Resolution.PayOrder(var order, _) -> orders.pay(order);
            case Resolution.Credit _, Resolution.SentBack _, Resolution.Kept _ ->
                    Uni.createFrom().voidItem();
        };
    }

    private static Uni<Optional<String>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
