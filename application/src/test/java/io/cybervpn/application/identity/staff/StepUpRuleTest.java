package io.cybervpn.application.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.identity.AccountId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R235. */
class StepUpRuleTest {
    private final MovableClock clock = new MovableClock();
    private final StepUpRule rule = new StepUpRule(clock);
    private final AccountId id = new AccountId(new UUID(1, 1));

    @Test
    void a_proof_is_fresh_for_ten_minutes() {
        Actor staff = new Actor.Staff(id, Set.of(), Optional.of(clock.instant()));
        assertThat(rule.isMetBy(staff)).isTrue();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(rule.isMetBy(staff)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(rule.isMetBy(staff)).isFalse();
    }

    @Test
    void who_has_shown_nothing_does_not_meet_it() {
        assertThat(rule.isMetBy(new Actor.Staff(id, Set.of()))).isFalse();
        assertThat(rule.isMetBy(new Actor.Customer(id))).isFalse();
        assertThat(rule.isMetBy(new Actor.Guest())).isFalse();
        assertThat(rule.isMetBy(new Actor.System())).isTrue();
    }
}
