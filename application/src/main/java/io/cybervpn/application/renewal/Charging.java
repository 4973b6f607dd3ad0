package io.cybervpn.application.renewal;

import io.cybervpn.application.payment.FindMandates;
import io.cybervpn.application.payment.MandateView;
import io.cybervpn.application.subscription.FindOrders;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What payment providers charge for a subscription by themselves. Only for an open unit of work.
 */
@Singleton
public final class Charging {
    private final FindOrders findOrders;
    private final FindMandates findMandates;

    @Inject
    public Charging(FindOrders findOrders, FindMandates findMandates) {
        this.findOrders = findOrders;
        this.findMandates = findMandates;
    }

    /** The one that runs; empty: nobody charges, as far as we know. */
    public Uni<Optional<MandateView>> running(SubscriptionId subscription) {
        return all(subscription)
                .map(all -> all.stream().filter(MandateView::isRunning).reduce((_, last) -> last));
    }

    /** The one that runs, else the latest that somebody paid for. */
    public Uni<Optional<MandateView>> latest(SubscriptionId subscription) {
        return all(subscription).map(Charging::latest);
    }

    private static Optional<MandateView> latest(List<MandateView> all) {
        return all.stream()
                .filter(MandateView::isRunning)
                .reduce((_, last) -> last)
                .or(
                        () ->
                                all.stream()
                                        .filter(one -> one.paidUntil().isPresent())
                                        .reduce((_, last) -> last));
    }

    /** All that was agreed to for it, oldest first. */
    Uni<List<MandateView>> all(SubscriptionId subscription) {
        return findOrders
                .of(subscription)
                .map(orders -> orders.stream().map(OrderId::value).toList())
                .chain(orders -> findMandates.execute(new FindMandates.Query(orders)));
    }
}
