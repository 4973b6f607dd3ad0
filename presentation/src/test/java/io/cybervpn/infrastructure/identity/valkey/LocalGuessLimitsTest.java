package io.cybervpn.infrastructure.identity.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.identity.GuessLimitsContract;
import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.MovableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** While the shared budgets are away. */
class LocalGuessLimitsTest extends GuessLimitsContract {
    private final MovableClock clock = new MovableClock();
    private final LocalGuessLimits local = new LocalGuessLimits();

    @Override
    protected GuessLimits limits() {
        return new GuessLimits() {
            @Override
            public Uni<Verdict> begin(Attempt attempt) {
                return Uni.createFrom().item(() -> local.begin(attempt, clock.instant()));
            }

            @Override
            public Uni<Void> right(Attempt attempt) {
                return takeBack(attempt, true);
            }

            @Override
            public Uni<Void> undo(Attempt attempt) {
                return takeBack(attempt, false);
            }

            private Uni<Void> takeBack(Attempt attempt, boolean right) {
                return Uni.createFrom()
                        .voidItem()
                        .invoke(() -> local.takeBack(attempt, right, clock.instant()));
            }
        };
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void memory_is_bounded() {
        GuessLimits.Rule rule = new GuessLimits.Rule("test", 5, 1_000_000);
        GuessLimits.Guesser guesser = new GuessLimits.Guesser("a", "n", Optional.empty());
        for (int i = 0; i < 50_000; i++) {
            assertThat(
                            local.begin(
                                    new GuessLimits.Attempt(rule, "subject " + i, guesser),
                                    clock.instant()))
                    .isEqualTo(new Verdict.Allowed());
        }
    }
}
