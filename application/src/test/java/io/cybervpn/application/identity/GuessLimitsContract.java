package io.cybervpn.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.application.identity.port.GuessLimits.Attempt;
import io.cybervpn.application.identity.port.GuessLimits.Guesser;
import io.cybervpn.application.identity.port.GuessLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R239: guessing is slowed down, and no attacker keeps the owner out. */
public abstract class GuessLimitsContract {
    private static final Rule RULE = new Rule("test", 5, 8);

    private final String subject = UUID.randomUUID().toString();
    private final Guesser owner = new Guesser("o" + subject, "net o" + subject, Optional.empty());

    protected abstract GuessLimits limits();

    /** Lets time pass. */
    protected abstract void pass(Duration time);

    private Guesser stranger(int number) {
        return new Guesser(subject + number, "net " + subject + number, Optional.empty());
    }

    private Verdict begin(Guesser guesser) {
        return begin(guesser, subject);
    }

    private Verdict begin(Guesser guesser, String at) {
        return limits().begin(new Attempt(RULE, at, guesser)).await().indefinitely();
    }

    private void right(Guesser guesser) {
        limits().right(new Attempt(RULE, subject, guesser)).await().indefinitely();
    }

    private static Duration waitOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed() -> Duration.ZERO;
            case Verdict.Exceeded(var wait) -> wait;
        };
    }

    private long allowedOf(int attempts, Guesser guesser) {
        return IntStream.range(0, attempts)
                .mapToObj(_ -> begin(guesser))
                .filter(new Verdict.Allowed()::equals)
                .count();
    }

    @Test
    void a_few_are_free_then_each_waits_twice_as_long_up_to_a_quarter_of_an_hour() {
        assertThat(allowedOf(5, stranger(1))).isEqualTo(5);
        for (int doubling = 0; doubling < 12; doubling++) {
            Duration expected = Duration.ofSeconds(Math.min(900, 1L << doubling));
            Duration told = waitOf(begin(stranger(2 + doubling)));
            assertThat(told).isLessThanOrEqualTo(expected);
            if (expected.toSeconds() > 20) {
                assertThat(told).as("but for a slow machine").isGreaterThan(expected.dividedBy(2));
            }
            if (told.isPositive()) {
                pass(told);
                assertThat(begin(stranger(60 + doubling))).isEqualTo(new Verdict.Allowed());
            }
        }
    }

    @Test
    void a_storm_of_strangers_does_not_keep_the_owner_out() {
        assertThat(begin(owner)).isEqualTo(new Verdict.Allowed());
        right(owner);
        for (int i = 0; i < 50; i++) {
            waitOf(begin(stranger(i)));
        }
        assertThat(waitOf(begin(stranger(99)))).isPositive();
        assertThat(begin(owner)).isEqualTo(new Verdict.Allowed());
        right(owner);
        assertThat(waitOf(begin(stranger(98)))).as("the storm gains nothing by it").isPositive();
    }

    @Test
    void a_known_device_comes_in_from_anywhere() {
        Guesser device =
                new Guesser("home", "net home" + subject, Optional.of("device-" + subject));
        assertThat(begin(device)).isEqualTo(new Verdict.Allowed());
        right(device);
        allowedOf(9, stranger(1));
        Guesser elsewhere = new Guesser("hotel", "net hotel" + subject, device.device());
        assertThat(begin(elsewhere)).isEqualTo(new Verdict.Allowed());
        assertThat(waitOf(begin(new Guesser("x", "net x", Optional.of("another-device-name")))))
                .isPositive();
    }

    @Test
    void the_owner_too_is_slowed_down_and_a_success_clears_only_his_own() {
        right(owner);
        assertThat(allowedOf(7, owner)).isEqualTo(5);
        pass(Duration.ofSeconds(2));
        assertThat(begin(owner)).isEqualTo(new Verdict.Allowed());
        right(owner);
        assertThat(allowedOf(7, owner)).isEqualTo(5);
    }

    @Test
    void successes_use_nothing_up() {
        for (int i = 0; i < 20; i++) {
            assertThat(begin(owner)).isEqualTo(new Verdict.Allowed());
            right(owner);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(begin(stranger(1))).isEqualTo(new Verdict.Allowed());
            limits().undo(new Attempt(RULE, subject, stranger(1))).await().indefinitely();
        }
    }

    @Test
    void strangers_of_one_address_are_slowed_down_over_all_subjects() {
        List<Verdict> verdicts =
                IntStream.range(0, 10).mapToObj(i -> begin(stranger(1), subject + i)).toList();
        assertThat(verdicts.subList(0, 8)).containsOnly(new Verdict.Allowed());
        assertThat(verdicts.getLast()).isInstanceOf(Verdict.Exceeded.class);
        assertThat(begin(stranger(2), subject + 9)).isEqualTo(new Verdict.Allowed());
    }

    @Test
    void of_many_at_once_no_more_go_on_than_are_free() {
        List<Verdict> verdicts =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        limits().begin(new Attempt(RULE, subject, stranger(i)))
                                                .subscribeAsCompletionStage())
                        .toList()
                        .stream()
                        .map(stage -> stage.join())
                        .toList();
        assertThat(verdicts).filteredOn(new Verdict.Allowed()::equals).hasSize(5);
    }
}
