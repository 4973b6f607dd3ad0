package io.cybervpn.domain.renewal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However seldom or often a period is looked at: every step is done once, and it comes to an end.
 */
class CyclePropertiesTest {
    private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LONG_AFTER = END.plus(Duration.ofDays(400));

    @Provide
    static Arbitrary<DunningPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30).list().ofMaxSize(5),
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(1, 60).list().ofMaxSize(5),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(31, 90).optional())
                .as(DunningPolicy::new);
    }

    @Provide
    static Arbitrary<List<Integer>> delays() {
        return Arbitraries.integers().between(0, 400).list().ofMinSize(1).ofMaxSize(30);
    }

    @Property
    void every_step_is_done_once_and_none_before_its_time(
            @ForAll("policies") DunningPolicy policy, @ForAll("delays") List<Integer> hours) {
        Cycle cycle =
                Cycle.plan(
                        new CycleId(new UUID(1, 1)),
                        new PeriodKey(new SubscriptionId(new UUID(2, 2)), END),
                        new AccountId(new UUID(3, 3)),
                        policy,
                        END.minus(Duration.ofDays(40)));
        Set<String> done = new HashSet<>();
        for (int i = 0; cycle.isOpen(); i++) {
            Instant due = cycle.nextAt().orElseThrow();
            Instant now = due.plus(Duration.ofHours(hours.get(i % hours.size())));
            assertThat(due).as("it comes to an end").isBefore(LONG_AFTER);
            Agenda agenda = cycle.agenda(policy, now);
            assertThat(agenda.letters().isEmpty() && agenda.charge().isEmpty()).isFalse();
            for (Step step : agenda.letters()) {
                assertThat(step.at()).isBeforeOrEqualTo(now);
                assertThat(done.add(step.code())).as("%s is done once", step.code()).isTrue();
            }
            agenda.charge().ifPresent(step -> assertThat(done.add(step.code())).isTrue());
            cycle = cycle.failed("declined", policy, now).told(policy, now);
        }
        assertThat(cycle.nextAt()).isEqualTo(Optional.empty());
        assertThat(done)
                .containsAll(
                        policy.steps(END).stream()
                                .filter(step -> step.kind() != Step.Kind.CHARGE)
                                .map(Step::code)
                                .toList());
        assertThat(done.stream().filter(code -> code.startsWith("charge")))
                .hasSizeBetween(1, 1 + policy.retryDays().size());
    }
}
