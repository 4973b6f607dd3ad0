package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.subscription.ChangePlan;
import io.cybervpn.application.subscription.ExtendOnOrderPaid;
import io.cybervpn.application.subscription.PlanChangePreview;
import io.cybervpn.application.subscription.PlanChangeWish;
import io.cybervpn.application.subscription.PreviewPlanChange;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.application.subscription.ShortenOnPaymentRefunded;
import io.cybervpn.application.subscription.SubscriptionView;
import io.cybervpn.application.subscription.SubscriptionViews;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.presentation.shared.Leftovers;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of plan under bad luck: each takes effect once, and the end is what was done. */
@QuarkusTest
class PlanChangeFaultsTest {
    /** Both of the seeded catalogue. */
    private static final PlanId BASIC = plan("11");

    private static final PlanId PRO = plan("12");
    private static final Money PRICE = new Money(39_900, Asset.RUB);

    @Inject ExtendOnOrderPaid extend;
    @Inject ShortenOnPaymentRefunded shorten;
    @Inject PreviewPlanChange preview;
    @Inject ChangePlan change;
    @Inject SubscriptionViews views;
    @Inject Scheduler scheduler;
    @Inject ShopClock clock;
    @Inject Leftovers leftovers;
    @Inject Pool pool;

    private final AccountId buyer = Purchases.buyer();
    private OrderPaid first = Purchases.orderPaid(buyer, Instant.EPOCH);

    private static PlanId plan(String number) {
        return new PlanId(UUID.fromString("019b0000-0000-7000-8000-0000000000" + number));
    }

    @BeforeEach
    void open() {
        scheduler.pause();
        first = Purchases.orderPaid(buyer, clock.instant());
        handle(first);
    }

    /** Its orders never went through the till. */
    @AfterEach
    void put_things_back() {
        pool.preparedQuery("update subscription set plan_id = $1 where account_id = $2")
                .execute(Tuple.of(UUID.randomUUID(), buyer.value()))
                .await()
                .indefinitely();
        leftovers.takeAway();
        clock.reset();
        scheduler.resume();
    }

    private void handle(OrderPaid event) {
        extend.handle(event).await().indefinitely();
    }

    private SubscriptionView owned() {
        return views.of(buyer, new Page.Request(0, 50, false))
                .await()
                .indefinitely()
                .items()
                .getFirst();
    }

    private SubscriptionId id() {
        return owned().id();
    }

    private PlanChangeWish wish(PlanId plan) {
        return new PlanChangeWish(id(), plan, 30, Asset.RUB);
    }

    private PlanChangePreview seen(PlanId plan) {
        PreviewPlanChange.Result result =
                preview.execute(new PreviewPlanChange.Query(new Actor.Customer(buyer), wish(plan)))
                        .await()
                        .indefinitely();
        return ((PreviewPlanChange.Result.Shown) result).preview();
    }

    private ChangePlan.Result change(PlanId plan, PlanChangePreview seen, String key) {
        return change.execute(
                        new ChangePlan.Command(
                                new Actor.Customer(buyer),
                                wish(plan),
                                seen.asOf(),
                                seen.fingerprint(),
                                key))
                .await()
                .indefinitely();
    }

    private OrderPaid renewal() {
        return Purchases.orderPaid(buyer, Optional.of(id()), clock.instant());
    }

    private OrderPaid paidChange(PlanId plan, Money price, long total) {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                buyer,
                plan,
                Map.of("en", "Changed"),
                30,
                Purchases.UNLIMITED,
                Optional.of(id().value()),
                new Money(total, price.asset()),
                clock.instant(),
                clock.instant(),
                Optional.of(new Rates(30, List.of(price))));
    }

    private void giveBack(OrderPaid order, long units) {
        Money amount = new Money(units, order.total().asset());
        shorten.handle(
                        new PaymentRefunded(
                                new RefundId(UUID.randomUUID()),
                                new PaymentId(UUID.randomUUID()),
                                order.order().value(),
                                buyer,
                                "fake",
                                RefundCause.STAFF,
                                amount,
                                amount,
                                order.total(),
                                clock.instant()))
                .await()
                .indefinitely();
    }

    private static <T> List<T> atOnce(Stream<Supplier<T>> deeds) {
        return deeds.map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** The database's own reckoning of what was done. */
    private Instant reckoned() {
        return pool.preparedQuery("select subscription_paid_until($1) as reach")
                .execute(Tuple.of(id().value()))
                .map(rows -> rows.iterator().next().get(OffsetDateTime.class, "reach"))
                .await()
                .indefinitely()
                .toInstant();
    }

    private void endsAsReckoned() {
        assertThat(owned().expireAt()).contains(reckoned());
    }

    @Test
    void of_ten_changes_at_once_on_one_preview_one_is_made() {
        PlanChangePreview seen = seen(PRO);

        List<ChangePlan.Result> results =
                atOnce(IntStream.range(0, 10).mapToObj(n -> () -> change(PRO, seen, "key " + n)));

        assertThat(results).filteredOn(ChangePlan.Result.Done.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(ChangePlan.Result.Refused.class::isInstance)
                .hasSize(9)
                .allMatch(PlanChangeFaultsTest::isOvertaken);
        endsAsReckoned();
    }

    private static boolean isOvertaken(ChangePlan.Result result) {
        return result.equals(new ChangePlan.Result.Refused(PlanChangeRefusal.PREVIEW_OUTDATED))
                || result.equals(new ChangePlan.Result.Refused(PlanChangeRefusal.SAME_PLAN));
    }

    @Test
    void one_change_that_is_sent_ten_times_at_once_is_made_once() {
        PlanChangePreview seen = seen(PRO);

        List<ChangePlan.Result> results =
                atOnce(IntStream.range(0, 10).mapToObj(_ -> () -> change(PRO, seen, "my key")));

        assertThat(results).containsOnly(results.getFirst());
        assertThat(results.getFirst()).isInstanceOf(ChangePlan.Result.Done.class);
        endsAsReckoned();
    }

    @Test
    void a_paid_change_told_ten_times_beside_renewals_and_a_refund_counts_once() {
        OrderPaid paid = paidChange(PRO, PRICE, 20_000);
        OrderPaid renewal = renewal();
        List<Runnable> deeds =
                List.of(() -> handle(paid), () -> handle(renewal), () -> giveBack(first, 300));

        List<Boolean> done =
                atOnce(IntStream.range(0, 30).mapToObj(n -> () -> run(deeds.get(n % 3))));
        assertThat(done).hasSize(30);

        assertThat(owned().plan()).isEqualTo(PRO);
        endsAsReckoned();
    }

    @Test
    void a_long_life_of_changes_is_reckoned_alike_by_the_shop_and_by_the_database() {
        Random dice = new Random(4);
        for (int step = 0; step < 25; step++) {
            clock.advance(Duration.ofSeconds(dice.nextInt(200_000)));
            deed(dice, step);
            endsAsReckoned();
        }
    }

    private static boolean run(Runnable deed) {
        deed.run();
        return true;
    }

    private void deed(Random dice, int step) {
        PlanId plan = step % 2 == 0 ? PRO : BASIC;
        Money price = new Money(1_000 + dice.nextInt(99_999), Asset.RUB);
        long total = 1 + dice.nextInt(99_999);
        List<Runnable> deeds =
                List.of(
                        () -> handle(renewal()),
                        () -> handle(paidChange(plan, price, total)),
                        () -> giveBack(first, 1 + total % 700),
                        () -> changeIfOpen(owned().plan().equals(PRO) ? BASIC : PRO, step));
        deeds.get(dice.nextInt(4)).run();
    }

    private void changeIfOpen(PlanId plan, int step) {
        PreviewPlanChange.Result result =
                preview.execute(new PreviewPlanChange.Query(new Actor.Customer(buyer), wish(plan)))
                        .await()
                        .indefinitely();
        if (result instanceof PreviewPlanChange.Result.Shown(var seen)) {
            assertThat(change(plan, seen, "step " + step)).isNotNull();
        }
    }
}
