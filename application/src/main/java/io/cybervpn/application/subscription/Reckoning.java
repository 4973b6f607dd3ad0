package io.cybervpn.application.subscription;

import io.cybervpn.application.invoicing.FindInvoiceSale;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.Return;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Reckons a subscription's end anew when money of one of its orders went back or came again. All
 * that is known is reckoned each time, so that words may come in any order and often.
 */
@Singleton
final class Reckoning {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final Returns returns;
    private final AddOnTimes addOns;
    private final FindInvoiceSale findInvoiceSale;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Reckoning(
            UnitOfWork unitOfWork,
            Subscriptions subscriptions,
            Returns returns,
            AddOnTimes addOns,
            FindInvoiceSale findInvoiceSale,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.returns = returns;
        this.addOns = addOns;
        this.findInvoiceSale = findInvoiceSale;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Notes it and moves the end. Fails while the order has not given its time yet; money of an
     * invoice that staff wrote had bought none.
     */
    Uni<Void> note(Return returned) {
        return unitOfWork.run(
                () ->
                        returns.subscriptionOf(returned.order())
                                .chain(
                                        found ->
                                                found.map(it -> note(it, returned))
                                                        .orElseGet(() -> unknown(returned))));
    }

    private Uni<Void> unknown(Return returned) {
        return findInvoiceSale
                .execute(new FindInvoiceSale.Query(returned.order().value()))
                .invoke(
                        isInvoice -> {
                            if (!isInvoice) {
                                throw tooEarly(returned);
                            }
                        })
                .replaceWithVoid();
    }

    private static IllegalStateException tooEarly(Return returned) {
        return new IllegalStateException(returned.order() + " has not given its time yet");
    }

    private Uni<Void> note(SubscriptionId id, Return returned) {
        return subscriptions
                .lock(id)
                .map(Optional::orElseThrow)
                .call(() -> returns.note(returned))
                .call(current -> moveAddOn(current, returned))
                .chain(current -> end(current).chain(end -> move(current, end)));
    }

    /** Money of an add-on takes its own time with it, and none of the subscription. */
    private Uni<Void> moveAddOn(Subscription current, Return returned) {
        SubscriptionId id = current.service().id();
        return addOns.of(id)
                .map(
                        all ->
                                all.stream()
                                        .filter(one -> one.order().equals(returned.order()))
                                        .findFirst())
                .chain(found -> found.map(one -> moveAddOn(current, one)).orElseGet(this::done));
    }

    private Uni<Void> moveAddOn(Subscription current, AddOnTime addOn) {
        Instant now = clock.instant();
        return returns.of(addOn.subscription())
                .chain(all -> addOns.save(addOn.less(all, now), now))
                .chain(() -> outbox.append(GrantAddOnOnOrderPaid.changed(current, now)));
    }

    private Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /** One that no order of ours gave time to, since an app store keeps it, ends where it did. */
    private Uni<Instant> end(Subscription current) {
        SubscriptionId id = current.service().id();
        return subscriptions
                .deedsOf(id)
                .chain(
                        deeds ->
                                returns.of(id)
                                        .map(
                                                all ->
                                                        new Past(deeds, all)
                                                                .end()
                                                                .orElse(current.expireAt())));
    }

    private Uni<Void> move(Subscription current, Instant end) {
        Subscription.Moved moved = current.moveEnd(end, clock.instant());
        return subscriptions
                .save(moved.subscription())
                .chain(() -> outbox.appendAll(moved.events()));
    }
}
