package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another plan, with money or without, once and by what was seen. The target costs RUB 199.00. */
class ChangePlanTest {
    private static final Instant NOON = Purchases.NOON;

    private final SubscriptionWorld world = new SubscriptionWorld();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(world.unitOfWork);
    private final Product product = Samples.product();
    private final Plan target = Samples.plan(product.id());
    private Optional<PlanChangeRefusal> keeper = Optional.empty();
    private final PlanChangeDesk desk =
            new PlanChangeDesk(
                    catalogue.findTariff(),
                    world.subscriptions,
                    world.returns,
                    _ -> Uni.createFrom().item(() -> keeper),
                    SubscriptionWorld.CHANGES,
                    world.clock);
    private final PreviewPlanChange preview = new PreviewPlanChange(world.unitOfWork, desk);
    private final PricePlanChange price = new PricePlanChange(world.unitOfWork, desk);
    private final ChangePlan change =
            new ChangePlan(
                    world.unitOfWork,
                    world.holdOwner,
                    desk,
                    world.subscriptions,
                    world.outbox,
                    world.ids);
    private final AccountId buyer = Purchases.buyer();

    @BeforeEach
    void sell() {
        catalogue.put(product, target);
        handle(Purchases.orderPaid(buyer, NOON));
    }

    private void handle(OrderPaid event) {
        world.extend.handle(event).await().indefinitely();
    }

    private Subscription only() {
        return world.subscriptions.all().getFirst();
    }

    private PlanChangeWish wish() {
        SubscriptionId id = only().service().id();
        return new PlanChangeWish(id, target.id(), 30, Asset.RUB);
    }

    @Test
    void who_else_keeps_the_plan_says_so_to_the_owner_alone() {
        for (PlanChangeRefusal other :
                List.of(PlanChangeRefusal.KEPT_BY_STORE, PlanChangeRefusal.CHARGED_BY_PROVIDER)) {
            keeper = Optional.of(other);
            assertThat(look(buyer)).isEqualTo(new PreviewPlanChange.Result.Refused(other));
            assertThat(look(new AccountId(UUID.randomUUID())))
                    .isEqualTo(
                            new PreviewPlanChange.Result.Refused(
                                    PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND));
        }
    }

    private PreviewPlanChange.Result look(AccountId who) {
        return preview.execute(new PreviewPlanChange.Query(new Actor.Customer(who), wish()))
                .await()
                .indefinitely();
    }

    private PlanChangePreview seen() {
        return ((PreviewPlanChange.Result.Shown) look(buyer)).preview();
    }

    private ChangePlan.Result change(PlanChangePreview seen, String key) {
        return change.execute(
                        new ChangePlan.Command(
                                new Actor.Customer(buyer),
                                wish(),
                                seen.asOf(),
                                seen.fingerprint(),
                                key))
                .await()
                .indefinitely();
    }

    private static ChangePlan.Result refused(PlanChangeRefusal reason) {
        return new ChangePlan.Result.Refused(reason);
    }

    private OrderPaid paidChange(long total, Instant paidAt) {
        Money price = new Money(19_900, Asset.RUB);
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                buyer,
                target.id(),
                Map.of("en", "Target"),
                30,
                Purchases.UNLIMITED,
                Optional.of(only().service().id().value()),
                new Money(total, Asset.RUB),
                paidAt,
                paidAt,
                Optional.of(new Rates(30, List.of(price))));
    }

    @Test
    void a_free_change_takes_effect_at_once_and_once_per_key() {
        PlanChangePreview seen = seen();
        Instant end = only().expireAt();

        ChangePlan.Result first = change(seen, "a-key");
        ChangePlan.Result again = change(seen, "a-key");

        assertThat(first).isEqualTo(new ChangePlan.Result.Done(end)).isEqualTo(again);
        assertThat(only().service().plan()).isEqualTo(target.id());
        assertThat(world.outbox.events(SubscriptionChanged.class)).hasSize(1);
        assertThat(change(seen, "b-key")).isEqualTo(refused(PlanChangeRefusal.SAME_PLAN));
    }

    @Test
    void what_was_seen_must_hold() {
        PlanChangePreview seen = seen();
        handle(Purchases.orderPaid(buyer, Optional.of(only().service().id()), NOON));
        assertThat(change(seen, "a-key")).isEqualTo(refused(PlanChangeRefusal.PREVIEW_OUTDATED));
        PlanChangePreview newer = seen();
        world.clock.advance(Duration.ofMinutes(11));
        assertThat(change(newer, "a-key")).isEqualTo(refused(PlanChangeRefusal.PREVIEW_OUTDATED));
        PlanChangePreview last = seen();
        world.clock.advance(Duration.ofMinutes(9));
        assertThat(change(last, "a-key")).isInstanceOf(ChangePlan.Result.Done.class);
    }

    @Test
    void a_strangers_subscription_is_not_there() {
        assertThat(look(Purchases.buyer()))
                .isEqualTo(
                        new PreviewPlanChange.Result.Refused(
                                PlanChangeRefusal.SUBSCRIPTION_NOT_FOUND));
    }

    @Test
    void an_order_costs_what_its_preview_said() {
        PlanChangePreview seen = seen();
        assertThat(priced(PlanChangeMode.ADD_TERM, seen.fingerprint(), seen.asOf()))
                .isInstanceOf(PricePlanChange.Result.Priced.class);
        assertThat(priced(PlanChangeMode.KEEP_END, seen.fingerprint(), seen.asOf()))
                .isEqualTo(new PricePlanChange.Result.Refused(PlanChangeRefusal.MODE_NOT_OFFERED));
        assertThat(priced(PlanChangeMode.ADD_TERM, "other", seen.asOf()))
                .isEqualTo(new PricePlanChange.Result.Refused(PlanChangeRefusal.PREVIEW_OUTDATED));
    }

    private PricePlanChange.Result priced(PlanChangeMode mode, String fingerprint, Instant asOf) {
        return price.execute(new PricePlanChange.Query(buyer, wish(), mode, asOf, fingerprint))
                .await()
                .indefinitely();
    }

    @Test
    void a_paid_change_takes_effect_once_with_the_time_that_was_paid() {
        OrderPaid event = paidChange(19_900, NOON.plus(Duration.ofDays(3)));

        handle(event);
        handle(event);

        assertThat(only().service().plan()).isEqualTo(target.id());
        assertThat(only().service().entitlement()).isEqualTo(Purchases.UNLIMITED);
        assertThat(only().expireAt()).isEqualTo(NOON.plus(Duration.ofDays(60)));
        assertThat(world.outbox.events(SubscriptionChanged.class)).hasSize(1);
        assertThat(world.outbox.events(SubscriptionExtended.class)).hasSize(2);
    }

    @Test
    void a_renewal_of_the_plan_before_that_is_paid_later_buys_time_of_the_plan_now() {
        OrderPaid old =
                Purchases.orderPaid(buyer, Optional.of(only().service().id()), NOON.plusSeconds(9));
        PlanId now = target.id();
        handle(paidChange(1, NOON));

        handle(old);

        assertThat(only().service().plan()).isEqualTo(now);
        assertThat(only().expireAt())
                .isEqualTo(NOON.plus(Duration.ofDays(60)).plus(secondsFor(1, 19_900)));
    }

    /** Of a microsecond begun the whole. */
    private static Duration secondsFor(long paid, long price) {
        long micros = Duration.ofDays(30).toMillis() * 1_000 * paid;
        return Duration.ofNanos((micros + price - 1) / price * 1_000);
    }
}
