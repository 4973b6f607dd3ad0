package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.subscription.SubscriptionStatus;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No sequence of pauses, suspensions, payments and gifts gains or loses a microsecond. */
class HoldsPropertiesTest {
    private enum What {
        PAUSE,
        RESUME,
        SUSPEND_RUNNING,
        SUSPEND_STILL,
        UNSUSPEND,
        PAY,
        GIVE,
        TAKE
    }

    private record Step(What what, long afterMicros, int days) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(What.values()),
                        Arbitraries.longs().between(0, 20L * 86_400_000_000L),
                        Arbitraries.integers().between(1, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 500)
    void what_is_left_is_what_was_given_less_what_ran(
            @ForAll("steps") List<Step> steps, @ForAll("firstDays") int firstDays) {
        HeldLife life = new HeldLife(firstDays);
        for (Step step : steps) {
            life.later(step.afterMicros());
            act(life, step);
            assertThat(life.past.end()).contains(life.now.expireAt());
        }
        life.resume();
        life.unsuspend();

        assertThat(life.now.expireAt().isAfter(life.at)).isEqualTo(life.leftMicros > 0);
        assertThat(life.now.status())
                .isEqualTo(
                        life.leftMicros > 0
                                ? SubscriptionStatus.ACTIVE
                                : SubscriptionStatus.EXPIRED);
        if (life.leftMicros > 0) {
            assertThat(life.now.expireAt()).isEqualTo(life.at.plusNanos(life.leftMicros * 1_000));
        }
    }

    @Provide
    static Arbitrary<Integer> firstDays() {
        return Arbitraries.integers().between(1, 60);
    }

    private static void act(HeldLife life, Step step) {
        switch (step.what()) {
            case PAUSE -> life.pause();
            case RESUME -> life.resume();
            case SUSPEND_RUNNING -> life.suspend(true);
            case SUSPEND_STILL -> life.suspend(false);
            case UNSUSPEND -> life.unsuspend();
            case PAY -> life.pay(step.days());
            case GIVE -> life.give(step.days());
            case TAKE -> life.give(-step.days());
        }
    }

    @Property(tries = 200)
    void one_that_is_taken_away_and_bought_again_begins_with_what_was_left(
            @ForAll("steps") List<Step> steps) {
        HeldLife life = new HeldLife(30);
        for (Step step : steps) {
            life.later(step.afterMicros());
            act(life, step);
        }
        life.end();
        assertThat(life.now.status()).isEqualTo(SubscriptionStatus.TERMINATED);
        assertThat(life.past.end()).contains(life.now.expireAt());

        long left = life.leftMicros;
        life.pay(30);
        assertThat(life.now.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(life.now.expireAt())
                .isEqualTo(life.at.plusNanos((left + 30 * 86_400_000_000L) * 1_000));
    }
}
