package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of subscriptions when an account ends (R51, R56). */
class SubscriptionsOfAccountTest {
    private final SubscriptionWorld world = new SubscriptionWorld();
    private final AccountId buyer = Purchases.buyer();

    private <T> T run(Supplier<Uni<T>> work) {
        return world.unitOfWork.run(work).await().indefinitely();
    }

    private void pay(AccountId account) {
        OrderPaid order = Purchases.orderPaid(account, Optional.empty(), world.clock.instant());
        world.extend.handle(order).await().indefinitely();
        world.extend.handle(order).await().indefinitely();
    }

    @Test
    void those_of_an_erased_one_end_once_and_it_is_told_once() {
        pay(buyer);
        run(() -> world.ofAccount.erased(buyer));
        run(() -> world.ofAccount.erased(buyer));
        assertThat(world.subscriptions.all())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.status()).isEqualTo(SubscriptionStatus.TERMINATED));
        assertThat(world.outbox.events(SubscriptionTerminated.class)).hasSize(1);
    }

    @Test
    void what_was_paid_before_an_erasure_and_is_heard_of_after_it_is_counted_and_not_served() {
        run(() -> world.endings.erase(buyer, world.clock.instant()));
        pay(buyer);
        assertThat(world.subscriptions.all())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.status()).isEqualTo(SubscriptionStatus.TERMINATED));
        assertThat(world.outbox.events(SubscriptionExtended.class)).isEmpty();
    }

    @Test
    void what_was_paid_before_a_merge_is_served_to_who_is_left() {
        AccountId middle = Purchases.buyer();
        AccountId survivor = Purchases.buyer();
        run(() -> world.endings.merge(buyer, middle, world.clock.instant()));
        run(() -> world.endings.merge(middle, survivor, world.clock.instant()));
        pay(buyer);
        assertThat(world.subscriptions.all())
                .singleElement()
                .satisfies(one -> assertThat(one.service().account()).isEqualTo(survivor));
    }
}
