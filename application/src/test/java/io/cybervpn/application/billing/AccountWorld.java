package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.AddOnPrices;
import io.cybervpn.application.billing.port.PlanChangePrices;
import io.cybervpn.application.billing.port.RenewableSubscriptions.Standing;
import io.cybervpn.application.catalogue.InMemoryAddOns;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.invoicing.InvoiceCounter;
import io.cybervpn.application.payment.ConfirmPayment;
import io.cybervpn.application.payment.RefundCounter;
import io.cybervpn.application.subscription.PriceAddOn;
import io.cybervpn.application.subscription.PricePlanChange;
import io.cybervpn.application.subscription.SubscriptionDeeds;
import io.cybervpn.application.subscription.SubscriptionWorld;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Spending;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One customer, and all that is done with his money: billing, payment, ledger, subscription and
 * invoicing over memory, on one unit of work. What one tells the others is delivered twice.
 */
final class AccountWorld {
    final BillingWorld billing = new BillingWorld();
    final SubscriptionWorld subscriptions =
            new SubscriptionWorld(billing.unitOfWork, billing.outbox, billing.clock);
    final InMemoryAddOns addOns = new InMemoryAddOns(billing.unitOfWork);
    final SubscriptionDeeds deeds = new SubscriptionDeeds(subscriptions, billing.catalogue, addOns);
    final InvoiceCounter invoicing =
            new InvoiceCounter(
                    billing.unitOfWork,
                    subscriptions.holdOwner,
                    billing.ledger,
                    billing.ids,
                    billing.clock);
    final RefundCounter refunds =
            new RefundCounter(
                    billing.payment,
                    billing.unitOfWork,
                    billing.ledger,
                    billing.outbox,
                    (payment, subject) -> Uni.createFrom().item(() -> spent(payment, subject)),
                    billing.ids,
                    billing.clock);
    final Plan dear = dear();
    final AddOn more =
            new AddOn(
                    new AddOnId(UUID.randomUUID()),
                    "traffic-50",
                    Map.of("en", "50 GB more"),
                    new Boost(Boost.Kind.TRAFFIC, 50_000_000_000L),
                    30,
                    List.of(new Money(9_900, Asset.RUB)),
                    true,
                    1);
    private final ConfirmPayment confirm =
            billing.payment.confirmPayment(billing.outbox, billing.ledger);
    private int delivered;

    AccountWorld() {
        billing.catalogue.put(billing.product, dear);
        addOns.put(more).await().indefinitely();
        billing.planChanges = this::price;
        billing.addOns = this::price;
        billing.renewables = (owner, id) -> Uni.createFrom().item(() -> standing(id));
    }

    /** Twice as dear as the other one. */
    private Plan dear() {
        Plan twin = Samples.plan(billing.product.id());
        PlanContent old = twin.content();
        return twin.edit(
                billing.product.id(),
                new PlanContent(
                        old.code(),
                        old.tier(),
                        old.name(),
                        old.description(),
                        old.entitlement(),
                        List.of(new Term(30, List.of(new Money(39_800, Asset.RUB)))),
                        true,
                        old.sortOrder()),
                billing.clock.instant());
    }

    private Uni<PlanChangePrices.Price> price(AccountId owner, Offer target, PlanChangeWish wish) {
        return deeds.price
                .execute(
                        new PricePlanChange.Query(
                                owner,
                                new io.cybervpn.application.subscription.PlanChangeWish(
                                        new SubscriptionId(wish.subscription()),
                                        target.plan(),
                                        target.termDays(),
                                        target.price().asset()),
                                wish.mode(),
                                wish.asOf(),
                                wish.fingerprint()))
                .map(
                        result ->
                                switch (result) {
                                    case PricePlanChange.Result.Priced(var more, var rates) ->
                                            new PlanChangePrices.Price.Of(more, rates);
                                    case PricePlanChange.Result.Refused(var reason) ->
                                            new PlanChangePrices.Price.Refused(reason);
                                });
    }

    private AddOnPrices.Price price(AddOnWish wish) {
        PriceAddOn.Query query =
                new PriceAddOn.Query(
                        billing.buyer,
                        new SubscriptionId(wish.subscription()),
                        wish.addOn(),
                        Asset.RUB);
        return switch (deeds.priceAddOn.execute(query).await().indefinitely()) {
            case PriceAddOn.Result.Priced(var offer, var boost) ->
                    new AddOnPrices.Price.Of(offer, boost);
            case PriceAddOn.Result.Refused(var reason) -> new AddOnPrices.Price.Refused(reason);
        };
    }

    private Standing standing(UUID id) {
        return all().stream()
                .filter(one -> one.service().id().value().equals(id))
                .findFirst()
                .<Standing>map(one -> new Standing.Renewable(one.service().plan()))
                .orElseGet(Standing.Unknown::new);
    }

    /** All his subscriptions. */
    List<Subscription> all() {
        return subscriptions.subscriptions.all();
    }

    /** As billing knows of it. */
    private Spending spent(PaymentId payment, UUID subject) {
        return billing.orders.all().stream()
                .filter(order -> order.details().id().value().equals(subject))
                .filter(Order.Paid.class::isInstance)
                .map(Order.Paid.class::cast)
                .findFirst()
                .map(order -> spent(payment, order))
                .orElseGet(Spending.Kept::new);
    }

    private Spending spent(PaymentId payment, Order.Paid order) {
        Money total = order.details().total();
        Money byWallet =
                billing.payment.payments().all().stream()
                        .filter(one -> one.request().provider().equals("wallet"))
                        .filter(one -> isOf(order, one.request().subject()))
                        .map(one -> one.request().amount())
                        .reduce(Money.zero(total.asset()), Money::plus);
        boolean wallet =
                billing.payment.payments().get(payment).request().provider().equals("wallet");
        if (!wallet && !order.payment().equals(payment)) {
            return new Spending.Kept();
        }
        return new Spending.Spent(total, wallet ? byWallet : total.minus(byWallet));
    }

    private static boolean isOf(Order.Paid order, UUID subject) {
        return order.details().id().value().equals(subject);
    }

    /** The provider says that this came. */
    void confirm(PaymentId payment, Receipt receipt) {
        confirm.execute(new ConfirmPayment.Command(payment, "fake", receipt))
                .await()
                .indefinitely();
        deliver();
    }

    /** Whoever listens hears of everything, each time twice. */
    void deliver() {
        List<DomainEvent> all = billing.outbox.events();
        while (delivered < all.size()) {
            deliver(all.get(delivered));
            deliver(all.get(delivered));
            delivered++;
            all = billing.outbox.events();
        }
    }

    private void deliver(DomainEvent event) {
        if (event instanceof PaymentCaptured captured) {
            billing.handle(captured);
        }
        if (event instanceof OrderPaid paid) {
            deeds.handle(paid);
            invoicing.handle(paid);
        }
        if (event instanceof PaymentRefunded refunded) {
            deeds.handle(refunded);
            invoicing.handle(refunded);
        }
        if (event instanceof PaymentRefundUndone undone) {
            deeds.handle(undone);
            invoicing.handle(undone);
        }
    }

    /** Those whose money is ours. */
    List<Order.Paid> paid() {
        return billing.orders.all().stream()
                .filter(Order.Paid.class::isInstance)
                .map(Order.Paid.class::cast)
                .toList();
    }

    Optional<Order> order(OrderId id) {
        return billing.orders.all().stream()
                .filter(one -> one.details().id().equals(id))
                .findFirst();
    }
}
