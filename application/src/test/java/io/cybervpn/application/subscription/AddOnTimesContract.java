package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of add-ons of subscriptions does. */
public abstract class AddOnTimesContract {
    private static final Instant NOON = Purchases.NOON;

    protected abstract Subscriptions subscriptions();

    protected abstract AddOnTimes addOns();

    protected abstract Returns returns();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private SubscriptionId stored() {
        Extended opened = Purchases.opened(Purchases.buyer());
        inTransaction(
                () ->
                        subscriptions()
                                .append(opened.extension())
                                .chain(() -> subscriptions().add(opened.subscription())));
        return opened.subscription().service().id();
    }

    private static AddOnTime bought(SubscriptionId subscription, Boost.Kind kind, Instant paidAt) {
        return AddOnTime.bought(
                new AddOnTime.Sold(new OrderId(UUID.randomUUID()), new Boost(kind, 7), 30, paidAt),
                subscription,
                NOON);
    }

    private List<AddOnTime> of(SubscriptionId subscription) {
        return inTransaction(() -> addOns().of(subscription));
    }

    private boolean append(AddOnTime bought) {
        return inTransaction(() -> addOns().append(bought, NOON));
    }

    @Test
    void an_order_gives_once_and_all_come_back_in_their_order() {
        SubscriptionId subscription = stored();
        AddOnTime second = bought(subscription, Boost.Kind.DEVICES, NOON.plusSeconds(1));
        AddOnTime first = bought(subscription, Boost.Kind.TRAFFIC, NOON);

        assertThat(append(second)).isTrue();
        assertThat(append(first)).isTrue();
        assertThat(append(first)).isFalse();

        assertThat(of(subscription)).containsExactly(first, second);
        assertThat(of(stored())).isEmpty();
        assertThat(inTransaction(() -> returns().subscriptionOf(first.order())))
                .contains(subscription);
    }

    @Test
    void a_new_end_is_kept() {
        SubscriptionId subscription = stored();
        AddOnTime bought = bought(subscription, Boost.Kind.TRAFFIC, NOON);
        append(bought);
        AddOnTime moved =
                new AddOnTime(
                        bought.order(),
                        subscription,
                        bought.boost(),
                        30,
                        NOON,
                        NOON.plusSeconds(5),
                        true);

        inTransaction(() -> addOns().save(moved, NOON));

        assertThat(of(subscription)).containsExactly(moved);
    }

    @Test
    void whose_end_has_come_is_taken_once_and_counts_no_more() {
        SubscriptionId subscription = stored();
        AddOnTime due = bought(subscription, Boost.Kind.TRAFFIC, NOON.minus(Duration.ofDays(1)));
        AddOnTime later = bought(subscription, Boost.Kind.TRAFFIC, NOON);
        append(due);
        append(later);

        assertThat(ended(due.to().minusSeconds(1))).doesNotContain(subscription);
        assertThat(ended(due.to())).contains(subscription);
        assertThat(ended(due.to())).doesNotContain(subscription);
        assertThat(of(subscription)).extracting(AddOnTime::over).containsExactly(true, false);
    }

    private List<SubscriptionId> ended(Instant now) {
        return inTransaction(() -> addOns().end(now, 1000));
    }
}
