package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.ExpireSubscriptions;
import io.cybervpn.application.subscription.ExtendOnOrderPaid;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.application.subscription.SubscriptionView;
import io.cybervpn.application.subscription.SubscriptionViews;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.Leftovers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R86, R92 under bad luck: each paid order gives its days once, and none is lost. */
@QuarkusTest
class ExtensionFaultsTest {
    @Inject ExtendOnOrderPaid extend;
    @Inject ExpireSubscriptions expire;
    @Inject Subscriptions subscriptions;
    @Inject SubscriptionViews views;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Leftovers leftovers;

    private final AccountId buyer = Purchases.buyer();
    private final Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @BeforeEach
    void stop_the_clockwork() {
        pumps.rest();
    }

    @AfterEach
    void repair_everything() {
        BreakableOutbox.repair();
        leftovers.takeAway();
        pumps.work();
    }

    private void handle(OrderPaid event) {
        extend.handle(event).await().indefinitely();
    }

    private void handleAtOnce(List<OrderPaid> events) {
        events.stream()
                .map(event -> CompletableFuture.runAsync(() -> handle(event)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private List<SubscriptionView> owned() {
        return views.of(buyer, new Page.Request(0, 50, false)).await().indefinitely().items();
    }

    private List<Extension> history(SubscriptionId id) {
        return unitOfWork.run(() -> subscriptions.historyOf(id)).await().indefinitely();
    }

    @Test
    void the_same_order_told_twenty_times_at_once_opens_one_subscription() {
        OrderPaid event = Purchases.orderPaid(buyer, now);

        handleAtOnce(IntStream.range(0, 20).mapToObj(_ -> event).toList());

        assertThat(owned()).hasSize(1);
        assertThat(history(owned().getFirst().id())).hasSize(1);
    }

    @Test
    void twenty_renewals_at_once_all_count_and_none_twice() {
        handle(Purchases.orderPaid(buyer, now));
        SubscriptionId id = owned().getFirst().id();
        List<OrderPaid> renewals =
                IntStream.range(0, 20)
                        .mapToObj(_ -> Purchases.orderPaid(buyer, Optional.of(id), now))
                        .toList();

        handleAtOnce(renewals);
        handleAtOnce(renewals);

        Instant end = now.plus(Duration.ofDays(21 * 30));
        assertThat(owned().getFirst().expireAt()).contains(end);
        assertThat(history(id)).hasSize(21);
        assertThat(Extension.endOf(history(id))).contains(end);
    }

    @Test
    void a_failing_outbox_leaves_no_trace_and_the_next_try_gives_the_days() {
        OrderPaid event = Purchases.orderPaid(buyer, now);
        BreakableOutbox.breakFor(
                told ->
                        told instanceof SubscriptionExtended extended
                                && extended.account().equals(buyer));

        assertThatThrownBy(() -> handle(event)).hasMessageContaining("broken by a test");
        assertThat(owned()).isEmpty();

        BreakableOutbox.repair();
        handle(event);
        assertThat(owned()).hasSize(1);
    }

    @Test
    void an_end_that_cannot_be_told_has_not_happened() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        store(
                Subscription.open(
                        Purchases.subscriptionId(),
                        buyer,
                        Purchases.purchase(30, longAgo),
                        longAgo));
        BreakableOutbox.breakFor(
                told -> told instanceof SubscriptionExpired ended && ended.account().equals(buyer));

        assertThatThrownBy(this::expireAll).hasMessageContaining("broken by a test");
        assertThat(owned().getFirst().status()).isEqualTo(SubscriptionStatus.ACTIVE);

        BreakableOutbox.repair();
        expireAll();
        assertThat(owned().getFirst().status()).isEqualTo(SubscriptionStatus.EXPIRED);
    }

    private void store(Extended opened) {
        unitOfWork
                .run(
                        () ->
                                subscriptions
                                        .append(opened.extension())
                                        .chain(() -> subscriptions.add(opened.subscription())))
                .await()
                .indefinitely();
    }

    private int expireAll() {
        return expire.execute(new ExpireSubscriptions.Command(1_000))
                .await()
                .indefinitely()
                .expired();
    }
}
