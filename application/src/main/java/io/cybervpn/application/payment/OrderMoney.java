package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.HoldPaidMoney;
import io.cybervpn.application.payment.port.NamedOrders;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The part of a decision that pays a named order; of other decisions it does nothing. Only for an
 * open unit of work, in this order.
 */
@Singleton
final class OrderMoney {
    private final NamedOrders orders;
    private final HoldPaidMoney wallet;

    @Inject
    OrderMoney(NamedOrders orders, HoldPaidMoney wallet) {
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
     * The reason why so much, together with what its buyer has paid and not spent, does not pay the
     * order; what he was given is not counted. Holds the wallet.
     */
    Uni<Optional<String>> shortage(Resolution resolution, Money left) {
        return switch (resolution) {
            case Resolution.PayOrder(var order, var buyer) ->
                    orders.hold(order).chain(standing -> shortage(standing, buyer, left));
            case Resolution.Credit _, Resolution.SentBack _, Resolution.Kept _ -> nothing();
        };
    }

    private Uni<Optional<String>> shortage(
            NamedOrders.Standing standing, AccountId buyer, Money left) {
        return switch (standing) {
            case NamedOrders.Standing.Unpaid(_, var total) -> shortage(total, buyer, left);
            case NamedOrders.Standing.Paid _,
                    NamedOrders.Standing.Cancelled _,
                    NamedOrders.Standing.NotThere _ ->
                    Uni.createFrom().item(Optional.of("order_paid"));
        };
    }

    private Uni<Optional<String>> shortage(Money total, AccountId buyer, Money left) {
        if (!total.asset().equals(left.asset())) {
            return Uni.createFrom().item(Optional.of("other_currency"));
        }
        return wallet.execute(new HoldPaidMoney.Query(buyer, total.asset()))
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
