package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpireSubscriptionsTest {
    private final SubscriptionWorld world = new SubscriptionWorld();
    private final AccountId buyer = Purchases.buyer();

    private int expire() {
        return world.expire
                .execute(new ExpireSubscriptions.Command(100))
                .await()
                .indefinitely()
                .expired();
    }

    private SubscriptionId open() {
        world.extend
                .handle(Purchases.orderPaid(buyer, world.clock.instant()))
                .await()
                .indefinitely();
        return world.subscriptions.all().getLast().service().id();
    }

    private SubscriptionStatus statusOf(SubscriptionId id) {
        return world.subscriptions.find(id).await().indefinitely().orElseThrow().status();
    }

    private List<SubscriptionExpired> told() {
        return world.outbox.events(SubscriptionExpired.class);
    }

    @Test
    void each_ends_at_its_end_and_is_told_once() {
        SubscriptionId first = open();
        world.clock.advance(Duration.ofDays(1));
        SubscriptionId second = open();

        world.clock.advance(Duration.ofDays(29).minusSeconds(1));
        assertThat(expire()).isZero();

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(expire()).isEqualTo(1);
        assertThat(statusOf(first)).isEqualTo(SubscriptionStatus.EXPIRED);
        assertThat(statusOf(second)).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(told())
                .containsExactly(new SubscriptionExpired(first, buyer, world.clock.instant()));
        assertThat(expire()).isZero();
    }

    @Test
    void a_year_of_renewals_on_time_never_ends_and_one_missed_ends_once() {
        SubscriptionId id = open();
        for (int month = 1; month < 12; month++) {
            world.clock.advance(Duration.ofDays(29));
            renew(id);
            assertThat(expire()).isZero();
        }

        world.clock.advance(Duration.ofDays(30 + 12));
        assertThat(expire()).isEqualTo(1);
        assertThat(told()).hasSize(1);

        renew(id);
        assertThat(statusOf(id)).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void a_failing_outbox_ends_nothing() {
        SubscriptionId id = open();
        world.clock.advance(Duration.ofDays(30));
        world.outbox.failFromNowOn(true);

        assertThatThrownBy(this::expire).isInstanceOf(IllegalStateException.class);
        assertThat(statusOf(id)).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    private void renew(SubscriptionId id) {
        world.extend
                .handle(Purchases.orderPaid(buyer, Optional.of(id), world.clock.instant()))
                .await()
                .indefinitely();
    }
}
