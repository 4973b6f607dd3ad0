package io.cybervpn.application.billing;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.RecordWalletPayment;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/** Orders in the words of those who look at them. */
final class Views {
    private Views() {}

    /** The order as it is in hand, without its payment. */
    static OrderView of(Order order) {
        OrderDetails details = order.details();
        return new OrderView(
                details.id(),
                order.status(),
                details.offer().plan(),
                details.offer().termDays(),
                details.request().purpose().renews(),
                details.total(),
                Money.zero(details.total().asset()),
                details.createdAt(),
                details.expiresAt(),
                paidAt(order),
                Optional.empty());
    }

    /** What an order is for, in English. */
    static String title(OrderDetails order) {
        Offer offer = order.offer();
        return offer.nameI18n().getOrDefault("en", offer.planCode())
                + ", "
                + offer.termDays()
                + " days";
    }

    /** The order with its payment; what that does not ask for comes from the wallet. */
    static OrderView paidBy(OrderView order, PaymentView payment) {
        Money fromWallet =
                payment.provider().equals(RecordWalletPayment.PROVIDER)
                        ? order.total()
                        : order.total().minus(payment.amount());
        return order.paidBy(of(payment)).fromWallet(fromWallet);
    }

    /** A payment as a part of its order. */
    static OrderView.Payment of(PaymentView payment) {
        return new OrderView.Payment(
                payment.id(),
                payment.provider(),
                payment.state(),
                payment.payUrl(),
                payment.miniAppUrl());
    }

    private static Optional<Instant> paidAt(Order order) {
        return switch (order) {
            case Order.AwaitingPayment _, Order.Expired _, Order.Cancelled _ -> Optional.empty();
            case Order.Paid paid -> Optional.of(paid.paidAt());
        };
    }
}
