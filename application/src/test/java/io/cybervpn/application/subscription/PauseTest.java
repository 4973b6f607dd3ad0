package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.domain.subscription.SubscriptionHeld;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription rests by the shop's policy: 10 days at once, 15 within a year, 3 must be left. */
class PauseTest {
    private static final Instant NOON = Purchases.NOON;

    private final SubscriptionWorld world = new SubscriptionWorld();
    private final AccountId buyer = Purchases.buyer();
    private Optional<PlanChangeRefusal> keeper = Optional.empty();
    private final PauseSubscription pause = pauses(new PauseSettings(true, 10, 15, 3));
    private final ResumeSubscription resume = new ResumeSubscription(world.unitOfWork, world.holds);
    private final ResumeLongPaused resumeLong =
            new ResumeLongPaused(world.unitOfWork, world.subscriptions, world.holds);

    private PauseSubscription pauses(PauseSettings policy) {
        return new PauseSubscription(
                world.unitOfWork, world.holds, _ -> Uni.createFrom().item(() -> keeper), policy);
    }

    @BeforeEach
    void buy() {
        world.extend.handle(Purchases.orderPaid(buyer, NOON)).await().indefinitely();
    }

    private Subscription only() {
        return world.subscriptions.all().getFirst();
    }

    private SubscriptionId id() {
        return only().service().id();
    }

    private PauseSubscription.Result pause(AccountId who) {
        return pause.execute(new PauseSubscription.Command(new Actor.Customer(who), id()))
                .await()
                .indefinitely();
    }

    private ResumeSubscription.Result resume(AccountId who) {
        return resume.execute(new ResumeSubscription.Command(new Actor.Customer(who), id()))
                .await()
                .indefinitely();
    }

    private static PauseSubscription.Result refused(HoldRefusal reason) {
        return new PauseSubscription.Result.Refused(reason);
    }

    @Test
    void the_end_moves_by_just_the_time_that_it_rested() {
        Instant end = only().expireAt();
        assertThat(pause(buyer)).isInstanceOf(PauseSubscription.Result.Paused.class);
        assertThat(pause(buyer)).isEqualTo(refused(HoldRefusal.ALREADY_PAUSED));
        world.clock.advance(Duration.ofHours(77));
        assertThat(only().expireAt()).isEqualTo(end);

        assertThat(resume(buyer)).isInstanceOf(ResumeSubscription.Result.Resumed.class);

        assertThat(only().expireAt()).isEqualTo(end.plus(Duration.ofHours(77)));
        assertThat(only().status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(resume(buyer))
                .isEqualTo(new ResumeSubscription.Result.Refused(HoldRefusal.NOT_PAUSED));
        assertThat(world.outbox.events(SubscriptionHeld.class)).hasSize(1);
        assertThat(world.outbox.events(SubscriptionReleased.class)).hasSize(1);
    }

    @Test
    void a_payment_while_it_rests_adds_its_days_and_leaves_it_at_rest() {
        Instant end = only().expireAt();
        pause(buyer);
        world.clock.advance(Duration.ofDays(2));
        world.extend
                .handle(Purchases.orderPaid(buyer, Optional.of(id()), world.clock.instant()))
                .await()
                .indefinitely();
        assertThat(only().status()).isEqualTo(SubscriptionStatus.PAUSED);
        assertThat(only().expireAt()).isEqualTo(end.plus(Duration.ofDays(30)));
        resume(buyer);
        assertThat(only().expireAt()).isEqualTo(end.plus(Duration.ofDays(32)));
    }

    @Test
    void it_goes_on_by_itself_and_a_years_pauses_are_counted() {
        pause(buyer);
        world.clock.advance(Duration.ofDays(9));
        assertThat(resumed()).isZero();
        world.clock.advance(Duration.ofDays(1));
        assertThat(resumed()).isEqualTo(1);
        assertThat(resumed()).isZero();

        PauseSubscription.Result second = pause(buyer);
        assertThat(second).isInstanceOf(PauseSubscription.Result.Paused.class);
        assertThat(((PauseSubscription.Result.Paused) second).resumeBy())
                .isEqualTo(world.clock.instant().plus(Duration.ofDays(5)));
        world.clock.advance(Duration.ofDays(5));
        assertThat(resumed()).isEqualTo(1);
        assertThat(pause(buyer)).isEqualTo(refused(HoldRefusal.PAUSES_USED_UP));
    }

    private int resumed() {
        return resumeLong
                .execute(new ResumeLongPaused.Command(100))
                .await()
                .indefinitely()
                .resumed();
    }

    @Test
    void policy_keepers_and_owners_are_asked() {
        assertThat(pause(Purchases.buyer())).isEqualTo(refused(HoldRefusal.SUBSCRIPTION_NOT_FOUND));
        keeper = Optional.of(PlanChangeRefusal.CHARGED_BY_PROVIDER);
        assertThat(pause(buyer)).isEqualTo(refused(HoldRefusal.CHARGED_BY_PROVIDER));
        keeper = Optional.empty();
        assertThat(
                        pauses(new PauseSettings(false, 10, 15, 3))
                                .execute(
                                        new PauseSubscription.Command(
                                                new Actor.Customer(buyer), id()))
                                .await()
                                .indefinitely())
                .isEqualTo(refused(HoldRefusal.PAUSE_NOT_OFFERED));
        world.clock.advance(Duration.ofDays(28));
        assertThat(pause(buyer)).isEqualTo(refused(HoldRefusal.TOO_LITTLE_LEFT));
        world.clock.advance(Duration.ofDays(3));
        assertThat(pause(buyer)).isEqualTo(refused(HoldRefusal.SUBSCRIPTION_EXPIRED));
        assertThat(world.outbox.events(SubscriptionHeld.class)).isEmpty();
    }
}
