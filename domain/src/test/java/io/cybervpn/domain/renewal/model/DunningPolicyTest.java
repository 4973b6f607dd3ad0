package io.cybervpn.domain.renewal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is done around the end of a period, and when. */
class DunningPolicyTest {
    private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static DunningPolicy policy(
            List<Integer> remind, int charge, List<Integer> retry, int grace, Integer... ends) {
        return new DunningPolicy(remind, charge, retry, grace, List.of(ends).stream().findFirst());
    }

    private static List<String> codes(DunningPolicy policy) {
        return policy.steps(END).stream().map(Step::code).toList();
    }

    @Test
    void the_standard_reminds_four_times_tries_four_times_and_takes_away_after_two_weeks() {
        assertThat(codes(DunningPolicy.STANDARD))
                .containsExactly(
                        "remind:-7",
                        "remind:-3",
                        "charge:-1",
                        "remind:-1",
                        "charge:0",
                        "remind:0",
                        "suspend:0",
                        "charge:2",
                        "charge:7",
                        "terminate:14");
        assertThat(DunningPolicy.STANDARD.firstCharge(END)).isEqualTo(END.minus(DAY));
    }

    @Test
    void each_step_is_its_whole_days_of_24_hours_from_the_end() {
        assertThat(DunningPolicy.STANDARD.steps(END))
                .allSatisfy(
                        step ->
                                assertThat(step.at())
                                        .isEqualTo(END.plus(DAY.multipliedBy(step.day()))));
    }

    @Test
    void access_goes_on_through_the_grace_and_nothing_is_taken_away_without_a_day_for_it() {
        assertThat(codes(policy(List.of(), 0, List.of(), 5)))
                .containsExactly("charge:0", "suspend:5");
    }

    @Test
    void days_are_sorted_and_each_counts_once() {
        DunningPolicy policy = policy(List.of(3, 1, 3), 0, List.of(8, 1, 8), 0);
        assertThat(policy.remindDaysBefore()).containsExactly(1, 3);
        assertThat(policy.retryDays()).containsExactly(1, 8);
    }

    @Test
    void the_outermost_days_are_allowed() {
        List<Integer> ten = IntStream.rangeClosed(1, 10).boxed().toList();
        assertThatCode(() -> policy(List.of(0, 30), 0, List.of(1, 60), 0, 1))
                .doesNotThrowAnyException();
        assertThatCode(() -> policy(ten, 14, ten, 30, 365)).doesNotThrowAnyException();
        assertThatCode(() -> policy(ten, 14, ten, 30, 31)).doesNotThrowAnyException();
    }

    @Test
    void what_is_beyond_them_is_no_policy() {
        List<Integer> eleven = IntStream.rangeClosed(1, 11).boxed().toList();
        assertRefused(List.of(31), 0, List.of(), 0);
        assertRefused(List.of(-1), 0, List.of(), 0);
        assertRefused(eleven, 0, List.of(), 0);
        assertRefused(List.of(), 15, List.of(), 0);
        assertRefused(List.of(), -1, List.of(), 0);
        assertRefused(List.of(), 0, List.of(0), 0);
        assertRefused(List.of(), 0, List.of(61), 0);
        assertRefused(List.of(), 0, eleven, 0);
        assertRefused(List.of(), 0, List.of(), 31);
        assertRefused(List.of(), 0, List.of(), -1);
        assertRefused(List.of(), 0, List.of(), 0, 366);
    }

    private static void assertRefused(
            List<Integer> remind, int charge, List<Integer> retry, int grace, Integer... ends) {
        assertThatThrownBy(() -> policy(remind, charge, retry, grace, ends))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_subscription_is_taken_away_after_its_grace_or_never() {
        assertRefused(List.of(), 0, List.of(), 5, 5);
        assertThat(DunningPolicy.isInOrder(5, Optional.of(5))).isFalse();
        assertThat(DunningPolicy.isInOrder(5, Optional.of(6))).isTrue();
        assertThat(DunningPolicy.isInOrder(5, Optional.empty())).isTrue();
    }

    @Test
    void an_end_that_has_come_has_no_grace() {
        DunningPolicy policy = policy(List.of(), 0, List.of(), 5);
        assertThat(policy.graceAt(END, END.minusNanos(1))).isEqualTo(5);
        assertThat(policy.graceAt(END, END)).isZero();
    }

    @Test
    void a_promised_grace_puts_off_what_is_taken_away_and_nothing_else() {
        DunningPolicy policy = policy(List.of(3), 1, List.of(2), 0, 4);
        assertThat(policy.withGrace(2)).isEqualTo(policy(List.of(3), 1, List.of(2), 2, 4));
        assertThat(policy.withGrace(4)).isEqualTo(policy(List.of(3), 1, List.of(2), 4, 5));
        assertThat(policy(List.of(), 0, List.of(), 0).withGrace(9).terminateDays()).isEmpty();
    }

    @Provide
    static Arbitrary<DunningPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30).list().ofMaxSize(10),
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(1, 60).list().ofMaxSize(10),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 300).optional())
                .as(
                        (remind, charge, retry, grace, after) ->
                                new DunningPolicy(
                                        remind, charge, retry, grace, after.map(d -> grace + d)));
    }

    @Property
    void steps_come_in_order_and_none_is_there_twice(@ForAll("policies") DunningPolicy policy) {
        List<Step> steps = policy.steps(END);
        assertThat(steps).isSorted().doesNotHaveDuplicates();
        assertThat(steps.stream().map(Step::code)).doesNotHaveDuplicates();
        assertThat(steps)
                .hasSize(
                        policy.remindDaysBefore().size()
                                + 1
                                + policy.retryDays().size()
                                + 1
                                + (int) policy.terminateDays().stream().count());
    }

    @Property
    void whatever_grace_was_promised_access_ends_before_the_subscription_is_taken_away(
            @ForAll("policies") DunningPolicy policy, @ForAll("graces") int grace) {
        List<Step.Kind> ends =
                policy.withGrace(grace).steps(END).stream()
                        .map(Step::kind)
                        .filter(kind -> kind.compareTo(Step.Kind.SUSPEND) >= 0)
                        .toList();
        assertThat(ends).startsWith(Step.Kind.SUSPEND);
        assertThat(ends).hasSize(policy.terminateDays().isPresent() ? 2 : 1);
    }

    @Provide
    static Arbitrary<Integer> graces() {
        return Arbitraries.integers().between(0, 30);
    }
}
