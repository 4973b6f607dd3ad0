package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;

/** A customer's order of one plan for one term. */
public sealed interface Order {
    /** What never changes about it. */
    OrderDetails details();

    /** Placed, unpaid. */
    record AwaitingPayment(OrderDetails details) implements Order {
        /** Gives up waiting when the time has come. Pure. */
        public Expiry expire(Instant now) {
            return details.expiresAt().isAfter(now)
                    ? new Expiry.NotYet(details.expiresAt())
                    : new Expiry.GivenUp(new Expired(details));
        }
    }

    /**
     * Paid; final.
     *
     * @param payment the one payment that did it
     * @param paidAt when the provider took the money
     */
    record Paid(OrderDetails details, PaymentId payment, Instant paidAt) implements Order {}

    /** Not paid in time. The provider's invoice may outlive it, so money can still come. */
    record Expired(OrderDetails details) implements Order {}

    /** Its buyer wants it no more; final. Money that was on its way stays in his wallet. */
    record Cancelled(OrderDetails details) implements Order {}

    /** Whether its time has come. */
    sealed interface Expiry {
        /** It has. */
        record GivenUp(Expired order) implements Expiry {}

        /** It waits until this moment. */
        record NotYet(Instant expiresAt) implements Expiry {}
    }

    /**
     * Places an order for an offer at today's price; a change of plan at what it costs. Pure.
     *
     * @param lifetime how long it waits for its money
     */
    static AwaitingPayment place(
            OrderId id, OrderRequest request, Offer offer, Instant now, Duration lifetime) {
        Money total = Pricing.quote(request.purpose(), offer).total();
        return new AwaitingPayment(
                new OrderDetails(id, request, offer, total, now, now.plus(lifetime)));
    }

    /**
     * Pays the order with money that came in. An expired order is paid all the same: the buyer kept
     * his part of the bargain; one that he cancelled is not. May be repeated with the same receipt.
     * Pure.
     *
     * @param now when we do it
     */
    default Settlement settle(Receipt receipt, Instant now) {
        return switch (this) {
            case AwaitingPayment(var details) -> pay(details, receipt, now);
            case Expired(var details) -> pay(details, receipt, now);
            case Paid paid ->
                    paid.payment().equals(receipt.payment())
                            ? new Settlement.SettledBefore(paid)
                            : new Settlement.PaidByAnother(paid.payment());
            case Cancelled _ -> new Settlement.NotWanted();
        };
    }

    /** Its state by name. */
    default OrderStatus status() {
        return switch (this) {
            case AwaitingPayment _ -> OrderStatus.AWAITING_PAYMENT;
            case Paid _ -> OrderStatus.PAID;
            case Expired _ -> OrderStatus.EXPIRED;
            case Cancelled _ -> OrderStatus.CANCELLED;
        };
    }

    private static Settlement pay(OrderDetails details, Receipt receipt, Instant now) {
        if (!covers(receipt, details)) {
            return new Settlement.NotEnough(details.total(), receipt.received());
        }
        Paid paid = new Paid(details, receipt.payment(), receipt.paidAt());
        return new Settlement.Settled(paid, event(paid, now));
    }

    private static boolean covers(Receipt receipt, OrderDetails details) {
        return receipt.received().asset().equals(details.total().asset())
                && receipt.received().compareTo(details.total()) >= 0;
    }

    /**
     * A change counts from then, and what was served before it was ordered was served by the plan
     * before, whatever the provider's clock says.
     */
    private static Instant paidAt(Paid paid) {
        Instant placed = paid.details().createdAt();
        boolean changes = paid.details().request().purpose().change().isPresent();
        return changes && paid.paidAt().isBefore(placed) ? placed : paid.paidAt();
    }

    private static OrderPaid event(Paid paid, Instant now) {
        OrderDetails details = paid.details();
        Offer offer = details.offer();
        return new OrderPaid(
                details.id(),
                details.request().account(),
                offer.plan(),
                offer.nameI18n(),
                offer.termDays(),
                offer.entitlement(),
                details.request().purpose().renews(),
                details.total(),
                paidAt(paid),
                now,
                details.request().purpose().change(),
                details.request().purpose().boost());
    }
}
