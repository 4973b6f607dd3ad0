package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Changed;
import io.cybervpn.domain.subscription.model.NewPlan;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Changes of plan that an order paid for. They count from when the provider took the money: what
 * was left then buys time of the new plan at the prices of the order, whatever they are now. Only
 * for an open unit of work that holds the subscription.
 */
@Singleton
final class PaidChanges {
    private final Subscriptions subscriptions;
    private final Returns returns;
    private final PlanChangeSettings settings;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    @Inject
    PaidChanges(
            Subscriptions subscriptions,
            Returns returns,
            PlanChangeSettings settings,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.returns = returns;
        this.settings = settings;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** All that was done with one. */
    Uni<Past> past(SubscriptionId id) {
        return subscriptions
                .deedsOf(id)
                .chain(deeds -> returns.of(id).map(all -> new Past(deeds, all)));
    }

    /** Keeps the change and tells of it; the order's own time comes after it. */
    Uni<Changed> change(Subscription current, Past past, OrderPaid event) {
        Changed changed = current.change(terms(event), past, clock.instant());
        return subscriptions
                .append(changed.change())
                .chain(() -> outbox.append(changed.event()))
                .replaceWith(changed);
    }

    private NewPlan terms(OrderPaid event) {
        return new NewPlan(
                ids.next(),
                "order " + event.order().value(),
                event.plan(),
                event.planNameI18n(),
                event.entitlement(),
                event.change().orElseThrow(),
                settings.keepsFreeTime(),
                event.paidAt());
    }
}
