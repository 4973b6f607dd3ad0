package io.cybervpn.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.FakeCharging.Mood;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R95 by what a customer let a provider keep. */
class RenewByCardTest {
    private final RenewalWorld world = new RenewalWorld();
    private final Instant start = world.clock.instant();
    private SubscriptionId id = new SubscriptionId(UUID.randomUUID());

    @BeforeEach
    void somebody_subscribes() {
        id = world.open();
    }

    private void pass(int days) {
        world.pass(Duration.ofDays(days));
    }

    @Test
    void a_year_is_charged_month_by_month() {
        world.agreeByCard(id);

        pass(360);

        assertThat(world.shop.charging.taken()).hasSize(12).doesNotHaveDuplicates();
        assertThat(world.ordersPaid()).isEqualTo(12);
        assertThat(world.only().expireAt()).isEqualTo(start.plus(Duration.ofDays(390)));
        assertThat(world.shop.inWallet(world.buyer)).isZero();
    }

    @Test
    void a_card_that_fails_is_told_once_and_tried_again_until_it_pays() {
        world.agreeByCard(id);
        world.shop.charging.is(Mood.DECLINES);
        pass(30);
        assertThat(world.view(id).failure()).contains("declined");
        world.shop.charging.is(Mood.TAKES);
        pass(3);

        assertThat(world.toldSince(start))
                .containsOnlyOnce("29d charge_failed")
                .endsWith("32d renewed");
        assertThat(world.ordersPaid()).isEqualTo(1);
    }

    @Test
    void what_was_revoked_is_forgotten_and_never_charged_again() {
        world.agreeByCard(id);
        world.shop.charging.is(Mood.FORGETS);
        pass(29);
        world.shop.charging.is(Mood.TAKES);
        pass(5);

        assertThat(world.shop.charging.taken()).isEmpty();
        assertThat(world.view(id).failure()).contains("method_gone");
        assertThat(RenewalWorld.run(world.unitOfWork.run(() -> world.shop.methods.of(world.buyer))))
                .isEmpty();
    }

    @Test
    void while_nobody_knows_what_became_of_a_charge_nothing_is_charged_again() {
        world.agreeByCard(id);
        world.shop.charging.is(Mood.ANSWERS_NOT);
        pass(29);
        world.shop.charging.is(Mood.TAKES);
        pass(4);

        assertThat(world.shop.charging.taken()).isEmpty();
        assertThat(world.shop.orders.all()).hasSize(1);
        assertThat(world.cycles.all())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isInstanceOf(CycleState.Charging.class));
    }

    @Test
    void a_card_of_somebody_else_cannot_be_agreed_to() {
        Terms terms =
                new Terms(
                        new ChargeBy.Saved(new SavedMethodId(UUID.randomUUID())),
                        30,
                        RenewalWorld.PRICE);

        assertThat(
                        world.set(
                                id,
                                Optional.of(
                                        new SetAutoRenew.Wish(terms, AutoRenewConsent.VERSION))))
                .isEqualTo(new SetAutoRenew.Result.NoSuchMethod());
    }
}
