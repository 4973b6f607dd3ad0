package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.OrderedSubscriptions;
import io.cybervpn.application.catalogue.FindOffer;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.SteerMandate;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.OrderRequest;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.RecurringChargeCaptured;
import io.cybervpn.domain.payment.Steering;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Sells one more period for what a provider charged by itself: an order of its own, as the first
 * one was offered and at its price, for the subscription that the first one gave time to. Exactly
 * once per charge, however often it is told. What is not sold any more is sold this time, since it
 * is paid, and the provider is told to charge no more.
 */
@Singleton
public final class SellOnRecurringChargeCaptured implements EventHandler<RecurringChargeCaptured> {
    /** It is paid as it is placed; it wants an end all the same. */
    private static final Duration FORM = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Orders orders;
    private final OrderedSubscriptions subscriptions;
    private final SettleOrderOnPaymentCaptured settleOrder;
    private final FindOffer findOffer;
    private final SteerMandate steerMandate;
    private final Clock clock;

    @Inject
    SellOnRecurringChargeCaptured(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Orders orders,
            OrderedSubscriptions subscriptions,
            SettleOrderOnPaymentCaptured settleOrder,
            FindOffer findOffer,
            SteerMandate steerMandate,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.settleOrder = settleOrder;
        this.findOffer = findOffer;
        this.steerMandate = steerMandate;
        this.clock = clock;
    }

    @Override
    public Class<RecurringChargeCaptured> event() {
        return RecurringChargeCaptured.class;
    }

    @Override
    public String name() {
        return "billing.sell-recurring";
    }

    @Override
    public Uni<Void> handle(RecurringChargeCaptured event) {
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(event.payer()))
                                .chain(owner -> sell(owner, event)));
    }

    private Uni<Void> sell(Owner owner, RecurringChargeCaptured event) {
        AccountId buyer = owner instanceof Owner.Of(var account) ? account : event.payer();
        return orders.lock(new OrderId(event.firstSubject()))
                .map(found -> found.orElseThrow(() -> lost(event)))
                .chain(first -> sell(buyer, first.details(), event))
                .chain(() -> settleOrder.handle(captured(event)));
    }

    private Uni<Void> sell(AccountId buyer, OrderDetails first, RecurringChargeCaptured event) {
        return subscription(first)
                .chain(subscription -> place(buyer, subscription, first.offer(), event))
                .chain(() -> findOffer.execute(query(first.offer())))
                .chain(found -> Sale.of(found) instanceof Sale.Not ? end(event) : nothing());
    }

    /** What the first order renewed, or opened. That may be on its way: then it is tried again. */
    private Uni<UUID> subscription(OrderDetails first) {
        return first.request()
                .purpose()
                .renews()
                .map(renewed -> Uni.createFrom().item(renewed))
                .orElseGet(
                        () ->
                                subscriptions
                                        .ofOrder(first.id())
                                        .map(found -> found.orElseThrow(() -> tooEarly(first))));
    }

    /** One that stands already was placed by the same charge. */
    private Uni<Void> place(
            AccountId buyer, UUID subscription, Offer offer, RecurringChargeCaptured event) {
        Order.AwaitingPayment order =
                Order.place(
                        new OrderId(event.subject()),
                        new OrderRequest(
                                buyer,
                                "recurring " + event.payment().value(),
                                new Purpose.Renewal(subscription),
                                event.provider()),
                        offer,
                        clock.instant(),
                        FORM);
        return orders.lock(new OrderId(event.subject()))
                .chain(
                        found ->
                                found.isPresent()
                                        ? nothing()
                                        : orders.add(order).replaceWithVoid());
    }

    private Uni<Void> end(RecurringChargeCaptured event) {
        return steerMandate
                .execute(new SteerMandate.Command(event.first(), Steering.CANCEL))
                .replaceWithVoid();
    }

    private static FindOffer.Query query(Offer offer) {
        return new FindOffer.Query(offer.plan(), offer.termDays(), offer.price().asset());
    }

    private static PaymentCaptured captured(RecurringChargeCaptured event) {
        return new PaymentCaptured(
                event.payment(),
                event.subject(),
                event.payer(),
                event.provider(),
                event.received(),
                event.paidAt(),
                event.at());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** Orders are never deleted, so this is a bug of ours: it is retried, then parked. */
    private static IllegalStateException lost(RecurringChargeCaptured event) {
        return new IllegalStateException("no order of " + event.first());
    }

    private static IllegalStateException tooEarly(OrderDetails first) {
        return new IllegalStateException(first.id() + " has given no time yet");
    }
}
