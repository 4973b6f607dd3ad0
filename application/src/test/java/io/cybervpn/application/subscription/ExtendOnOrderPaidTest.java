package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R86, R92. */
class ExtendOnOrderPaidTest {
    private final SubscriptionWorld world = new SubscriptionWorld();
    private final AccountId buyer = Purchases.buyer();

    private void handle(OrderPaid event) {
        world.extend.handle(event).await().indefinitely();
    }

    private Subscription only() {
        assertThat(world.subscriptions.all()).hasSize(1);
        return world.subscriptions.all().getFirst();
    }

    private List<SubscriptionExtended> told() {
        return world.outbox.events(SubscriptionExtended.class);
    }

    private List<Extension> history(SubscriptionId id) {
        return world.unitOfWork.run(() -> world.subscriptions.historyOf(id)).await().indefinitely();
    }

    @Test
    void a_paid_order_opens_a_subscription_and_tells() {
        handle(Purchases.orderPaid(buyer, Purchases.NOON));

        assertThat(only()).isInstanceOf(Subscription.Active.class);
        assertThat(only().service().account()).isEqualTo(buyer);
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
        assertThat(told())
                .containsExactly(
                        new SubscriptionExtended(
                                only().service().id(),
                                buyer,
                                only().expireAt(),
                                Purchases.LIMITED,
                                world.clock.instant()));
    }

    @Test
    void the_same_order_told_again_gives_nothing_more() {
        OrderPaid event = Purchases.orderPaid(buyer, Purchases.NOON);

        handle(event);
        handle(event);

        assertThat(history(only().service().id())).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void the_same_order_told_twenty_times_at_once_gives_one_extension() {
        OrderPaid event = Purchases.orderPaid(buyer, Purchases.NOON);

        IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> handle(event)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(history(only().service().id())).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_renewal_stacks_on_the_current_end_and_is_given_once() {
        handle(Purchases.orderPaid(buyer, Purchases.NOON));
        SubscriptionId id = only().service().id();
        OrderPaid renewal =
                Purchases.orderPaid(buyer, Optional.of(id), Purchases.NOON.plusSeconds(60));

        handle(renewal);
        handle(renewal);

        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(60)));
        assertThat(Extension.endOf(history(id))).contains(only().expireAt());
        assertThat(told()).hasSize(2);
    }

    @Test
    void a_failing_outbox_leaves_no_trace_and_the_next_try_does_it_all() {
        OrderPaid event = Purchases.orderPaid(buyer, Purchases.NOON);
        world.outbox.failFromNowOn(true);

        assertThatThrownBy(() -> handle(event)).isInstanceOf(IllegalStateException.class);
        assertThat(world.subscriptions.all()).isEmpty();

        world.outbox.failFromNowOn(false);
        handle(event);
        assertThat(history(only().service().id())).hasSize(1);
    }

    @Test
    void a_renewal_of_what_never_was_fails_and_stores_nothing() {
        OrderPaid event =
                Purchases.orderPaid(
                        buyer, Optional.of(new SubscriptionId(UUID.randomUUID())), Purchases.NOON);

        assertThatThrownBy(() -> handle(event)).isInstanceOf(IllegalStateException.class);
        assertThat(world.subscriptions.all()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void others_find_what_is_owed_now() {
        handle(Purchases.orderPaid(buyer, Purchases.NOON));
        Subscription opened = only();

        FindSubscription.Result found = find(opened.service().id());

        SubscriptionSnapshot snapshot = opened.snapshot();
        assertThat(found).isEqualTo(new FindSubscription.Result.Found(snapshot));
        SubscriptionId unknown = new SubscriptionId(UUID.randomUUID());
        assertThat(find(unknown))
                .isEqualTo(new FindSubscription.Result.NoSuchSubscription(unknown));
    }

    private FindSubscription.Result find(SubscriptionId id) {
        return world.find.execute(new FindSubscription.Query(id)).await().indefinitely();
    }
}
