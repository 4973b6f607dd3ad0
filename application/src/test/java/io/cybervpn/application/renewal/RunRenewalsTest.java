package io.cybervpn.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.Topic;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R95, R96, R144, R184: the clock moves, and what happens is listed. */
class RunRenewalsTest {
    private final RenewalWorld world = new RenewalWorld();
    private final Instant start = world.clock.instant();

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private Instant end() {
        return world.only().expireAt();
    }

    @Test
    void who_wants_nothing_is_reminded_suspended_and_in_the_end_taken_away() {
        world.open();

        world.pass(days(60));

        assertThat(world.toldSince(start))
                .containsExactly(
                        "23d expires_soon",
                        "27d expires_soon",
                        "29d expires_soon",
                        "30d suspended",
                        "44d terminated");
        assertThat(world.outbox.events(RenewalToTell.class).stream().limit(3))
                .extracting(event -> event.values().get("days"))
                .containsExactly("7", "3", "1");
        assertThat(world.only().status()).isEqualTo(SubscriptionStatus.TERMINATED);
        assertThat(world.cycles.all()).singleElement().satisfies(this::isGivenUp);
        assertThat(world.ordersPaid()).isZero();
    }

    private void isGivenUp(Cycle cycle) {
        assertThat(cycle.state()).isInstanceOf(CycleState.GivenUp.class);
    }

    @Test
    void what_an_app_store_keeps_is_neither_reminded_of_nor_renewed() {
        world.keptByStore = true;
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(12 * 19_900, Asset.RUB));

        assertThat(world.agree(id, RenewalWorld.PRICE))
                .isEqualTo(new SetAutoRenew.Result.OfAppStore());
        world.pass(days(60));

        assertThat(world.toldSince(start)).isEmpty();
        assertThat(world.cycles.all()).isEmpty();
        assertThat(world.ordersPaid()).isZero();
    }

    @Test
    void a_year_is_renewed_twelve_times_without_a_gap_and_told_before_and_after() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(12 * 19_900, Asset.RUB));
        assertThat(world.agree(id, RenewalWorld.PRICE)).isEqualTo(new SetAutoRenew.Result.Set());

        world.pass(days(360));

        assertThat(world.ordersPaid()).isEqualTo(12);
        assertThat(end()).isEqualTo(start.plus(days(390)));
        assertThat(world.toldSince(start).stream().limit(6))
                .containsExactly(
                        "23d will_be_charged",
                        "27d will_be_charged",
                        "29d renewed",
                        "53d will_be_charged",
                        "57d will_be_charged",
                        "59d renewed");
        assertThat(world.outbox.events(RenewalToTell.class)).hasSize(36);
        assertThat(world.shop.inWallet(world.buyer)).isZero();
        assertThat(world.shop.earned()).isEqualTo(12 * 19_900);
    }

    @Test
    void too_small_a_wallet_is_told_once_tried_again_and_pays_when_it_is_filled() {
        SubscriptionId id = world.open();
        world.agree(id, RenewalWorld.PRICE);
        world.pass(days(31));
        assertThat(world.toldSince(start))
                .containsExactly(
                        "23d will_be_charged",
                        "27d will_be_charged",
                        "29d charge_failed",
                        "29d expires_soon",
                        "30d suspended");
        assertThat(world.view(id).failure()).contains("not_enough_money");
        assertThat(world.view(id).chargeAt()).contains(start.plus(days(32)));

        world.shop.fill(world.buyer, RenewalWorld.PRICE);
        world.pass(days(2));

        assertThat(world.ordersPaid()).isEqualTo(1);
        assertThat(world.toldSince(start)).endsWith("32d renewed").hasSize(6);
        assertThat(end()).isBetween(start.plus(days(62)), start.plus(days(62)).plusSeconds(60));
        assertThat(world.only().status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void a_dearer_price_is_told_and_waits_for_consent() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(100_000, Asset.RUB));
        world.agree(id, RenewalWorld.PRICE);
        Money dearer = new Money(24_900, Asset.RUB);
        world.price(dearer);

        world.pass(days(29).plusHours(1));
        assertThat(world.toldSince(start))
                .containsExactly(
                        "23d price_rose",
                        "27d price_rose",
                        "29d charge_failed",
                        "29d expires_soon");
        assertThat(world.ordersPaid()).isZero();
        assertThat(world.view(id).waitsForConsent()).isTrue();
        assertThat(world.agree(id, RenewalWorld.PRICE))
                .isEqualTo(new SetAutoRenew.Result.PriceChanged(dearer));

        assertThat(world.view(id).chargeAt()).contains(world.clock.instant());
        assertThat(world.agree(id, dearer)).isEqualTo(new SetAutoRenew.Result.Set());
        world.tick();

        assertThat(world.shop.earned()).isEqualTo(24_900);
        assertThat(end()).isEqualTo(start.plus(days(60)));
    }

    @Test
    void a_plan_that_is_gone_is_told_and_not_renewed() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, RenewalWorld.PRICE);
        world.agree(id, RenewalWorld.PRICE);
        world.stopSelling();

        world.pass(days(45));

        assertThat(world.toldSince(start))
                .startsWith("23d plan_gone", "27d plan_gone", "29d charge_failed")
                .endsWith("44d terminated");
        assertThat(world.ordersPaid()).isZero();
        assertThat(world.agree(id, RenewalWorld.PRICE))
                .isInstanceOf(SetAutoRenew.Result.Gone.class);
    }

    @Test
    void a_cheaper_price_is_taken_as_it_is() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, RenewalWorld.PRICE);
        world.agree(id, RenewalWorld.PRICE);
        world.price(new Money(9_900, Asset.RUB));

        world.pass(days(30));

        assertThat(world.shop.earned()).isEqualTo(9_900);
    }

    @Test
    void who_takes_his_consent_back_is_not_charged_and_who_pays_by_hand_is_not_charged_again() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(100_000, Asset.RUB));
        world.agree(id, RenewalWorld.PRICE);
        world.pass(days(28));
        world.renewByHand(id);
        world.pass(days(3));
        assertThat(world.ordersPaid()).isZero();
        assertThat(end()).isEqualTo(start.plus(days(60)));

        world.set(id, Optional.empty());
        world.pass(days(40));

        assertThat(world.ordersPaid()).isZero();
        assertThat(world.toldSince(start)).contains("60d suspended").doesNotContain("59d renewed");
    }

    @Test
    void many_schedulers_at_once_charge_once() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(100_000, Asset.RUB));
        world.agree(id, RenewalWorld.PRICE);
        world.clock.advance(days(29));

        IntStream.range(0, 8)
                .mapToObj(
                        _ ->
                                CompletableFuture.runAsync(
                                        () ->
                                                RenewalWorld.run(
                                                        world.runRenewals.execute(
                                                                new RunRenewals.Command(10)))))
                .toList()
                .forEach(CompletableFuture::join);
        world.deliver();

        assertThat(world.ordersPaid()).isEqualTo(1);
        assertThat(world.shop.earned()).isEqualTo(19_900);
        assertThat(world.outbox.events(RenewalToTell.class))
                .extracting(RenewalToTell::topic)
                .containsExactly(Topic.RENEWED);
    }

    @Test
    void a_crash_between_the_order_and_its_payment_is_taken_up_with_the_same_order() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(100_000, Asset.RUB));
        world.agree(id, RenewalWorld.PRICE);
        world.clock.advance(days(29));
        world.crashIfDue();
        assertThat(world.ordersPaid()).isZero();
        assertThat(world.cycles.all().getLast().state()).isInstanceOf(CycleState.Charging.class);

        world.clock.advance(RunRenewals.PATIENCE);
        world.tick();

        assertThat(world.ordersPaid()).isEqualTo(1);
        assertThat(world.shop.orders.all()).hasSize(1);
    }

    @Test
    void after_a_week_of_standstill_the_customer_is_told_once_and_charged_once() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(100_000, Asset.RUB));
        world.agree(id, RenewalWorld.PRICE);
        world.clock.advance(days(37));

        world.tick();
        world.tick();

        assertThat(world.toldSince(start)).containsExactly("37d renewed");
        assertThat(end()).isEqualTo(start.plus(days(67)));
    }

    @Test
    void a_policy_of_the_customer_decides_and_grace_is_shown() {
        DunningPolicy own = new DunningPolicy(List.of(2), 0, List.of(), 5, Optional.empty());
        RenewalWorld.run(
                world.unitOfWork.run(
                        () ->
                                world.policies.put(
                                        new ScopedPolicy(new Scope.OfCustomer(world.buyer), own, 1),
                                        start)));
        SubscriptionId id = world.open();
        assertThat(world.view(id).servedUntil()).isEqualTo(start.plus(days(35)));

        world.pass(days(100));

        assertThat(world.toldSince(start)).containsExactly("28d expires_soon", "35d suspended");
        assertThat(world.only().status()).isEqualTo(SubscriptionStatus.EXPIRED);
    }

    @Test
    void of_who_is_forgotten_nothing_is_renewed() {
        SubscriptionId id = world.open();
        world.shop.fill(world.buyer, new Money(100_000, Asset.RUB));
        world.agree(id, RenewalWorld.PRICE);
        RenewalWorld.run(world.unitOfWork.run(() -> world.ofAccount.erased(world.buyer)));

        world.pass(days(60));

        assertThat(world.toldSince(start)).isEmpty();
        assertThat(world.ordersPaid()).isZero();
    }
}
