package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.ExtendOnOrderPaid;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.application.subscription.GrantAddOnOnOrderPaid;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.application.subscription.SubscriptionViews;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.Leftovers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Add-ons under bad luck: each paid order adds once, however many are bought at once. */
@QuarkusTest
class AddOnFaultsTest {
    private static final Money PRICE = new Money(6_900, Asset.RUB);
    private static final Boost TRAFFIC = new Boost(Boost.Kind.TRAFFIC, 1_000);

    @Inject ExtendOnOrderPaid extend;
    @Inject GrantAddOnOnOrderPaid grant;
    @Inject FindSubscription findSubscription;
    @Inject AddOnTimes addOns;
    @Inject SubscriptionViews views;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Leftovers leftovers;

    private final OrderPaid opening =
            Purchases.orderPaid(Purchases.buyer(), Instant.parse("2030-01-01T00:00:00Z"));
    private SubscriptionId id;
    private Entitlement plain;

    @BeforeEach
    void somebody_has_a_subscription() {
        pumps.rest();
        extend.handle(opening).await().indefinitely();
        id =
                views.of(opening.account(), new Page.Request(0, 50, false))
                        .await()
                        .indefinitely()
                        .items()
                        .getFirst()
                        .id();
        plain = granted();
    }

    @AfterEach
    void repair_everything() {
        BreakableOutbox.repair();
        leftovers.takeAway();
        pumps.work();
    }

    private Entitlement granted() {
        FindSubscription.Result found =
                findSubscription.execute(new FindSubscription.Query(id)).await().indefinitely();
        return ((FindSubscription.Result.Found) found).subscription().entitlement();
    }

    private OrderPaid paid() {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                opening.account(),
                opening.plan(),
                opening.planNameI18n(),
                30,
                opening.entitlement(),
                Optional.of(id.value()),
                PRICE,
                opening.paidAt(),
                opening.paidAt(),
                Optional.empty(),
                Optional.of(TRAFFIC));
    }

    private void handle(OrderPaid event) {
        grant.handle(event).await().indefinitely();
    }

    private void handleAtOnce(Stream<OrderPaid> events) {
        events.map(event -> CompletableFuture.runAsync(() -> handle(event)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private List<AddOnTime> kept() {
        return unitOfWork.run(() -> addOns.of(id)).await().indefinitely();
    }

    private Entitlement times(int count) {
        Entitlement expected = plain;
        for (int i = 0; i < count; i++) {
            expected = TRAFFIC.on(expected);
        }
        return expected;
    }

    @Test
    void the_same_order_told_twenty_times_at_once_adds_once() {
        OrderPaid event = paid();

        handleAtOnce(IntStream.range(0, 20).mapToObj(_ -> event));

        assertThat(kept()).hasSize(1);
        assertThat(granted()).isEqualTo(times(1));
    }

    @Test
    void of_twenty_bought_at_once_each_adds_and_none_twice() {
        List<OrderPaid> all = IntStream.range(0, 20).mapToObj(_ -> paid()).toList();

        handleAtOnce(Stream.concat(all.stream(), all.stream()));

        assertThat(kept()).hasSize(20);
        assertThat(granted()).isEqualTo(times(20));
    }

    @Test
    void a_crash_between_the_money_and_the_add_on_leaves_no_trace_and_the_next_try_adds_it() {
        OrderPaid event = paid();
        BreakableOutbox.breakFor(
                told -> told instanceof AddOnsChanged changed && changed.subscription().equals(id));

        assertThatThrownBy(() -> handle(event)).hasMessageContaining("broken by a test");
        assertThat(kept()).isEmpty();
        assertThat(granted()).isEqualTo(plain);

        BreakableOutbox.repair();
        handle(event);
        handle(event);
        assertThat(kept()).hasSize(1);
        assertThat(granted()).isEqualTo(times(1));
    }
}
