package io.cybervpn.application.subscription;

import io.cybervpn.application.appstore.HoldStoreService;
import io.cybervpn.application.payment.FindMandates;
import io.cybervpn.application.payment.MandateView;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** App stores, and payment providers that charge by themselves for what was agreed to. */
@Singleton
final class StoresAndProviders implements PlanKeepers {
    private final HoldStoreService holdStoreService;
    private final FindOrders findOrders;
    private final FindMandates findMandates;

    @Inject
    StoresAndProviders(
            HoldStoreService holdStoreService, FindOrders findOrders, FindMandates findMandates) {
        this.holdStoreService = holdStoreService;
        this.findOrders = findOrders;
        this.findMandates = findMandates;
    }

    @Override
    public Uni<Optional<PlanChangeRefusal>> refusal(SubscriptionId subscription) {
        return holdStoreService
                .execute(new HoldStoreService.Query(new StoreServiceId(subscription.value())))
                .chain(
                        kept ->
                                kept.isPresent()
                                        ? Uni.createFrom()
                                                .item(Optional.of(PlanChangeRefusal.KEPT_BY_STORE))
                                        : unlessCharged(subscription));
    }

    private Uni<Optional<PlanChangeRefusal>> unlessCharged(SubscriptionId subscription) {
        return findOrders
                .of(subscription)
                .map(StoresAndProviders::ids)
                .chain(orders -> findMandates.execute(new FindMandates.Query(orders)))
                .map(
                        all ->
                                all.stream().anyMatch(MandateView::isRunning)
                                        ? Optional.of(PlanChangeRefusal.CHARGED_BY_PROVIDER)
                                        : Optional.empty());
    }

    private static List<UUID> ids(List<OrderId> orders) {
        return orders.stream().map(OrderId::value).toList();
    }
}
