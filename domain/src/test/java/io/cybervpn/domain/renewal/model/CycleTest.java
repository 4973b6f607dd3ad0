package io.cybervpn.domain.renewal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One period's renewal: what is due when, and what each move changes and what it does not. */
class CycleTest {
    private static final DunningPolicy POLICY = DunningPolicy.STANDARD;
    private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LOOK = day(1).plusSeconds(600);
    private static final AccountId OWNER = new AccountId(new UUID(1, 1));
    private static final CycleId ID = new CycleId(new UUID(2, 2));
    private static final PeriodKey KEY = new PeriodKey(new SubscriptionId(new UUID(3, 3)), END);
    private static final OrderId ORDER = new OrderId(new UUID(4, 4));
    private static final Terms TERMS =
            new Terms(new ChargeBy.Wallet(), 30, new Money(19_900, Asset.RUB));

    private static Instant day(int day) {
        return END.plus(Duration.ofDays(day));
    }

    private static Cycle planned(Instant now) {
        return planned(POLICY, now);
    }

    private static Cycle planned(DunningPolicy policy, Instant now) {
        return Cycle.plan(ID, KEY, OWNER, policy, now);
    }

    private static DunningPolicy graced(int days) {
        return new DunningPolicy(List.of(1), 1, List.of(1), days, Optional.of(14));
    }

    private static List<String> codes(Agenda agenda) {
        return agenda.letters().stream().map(Step::code).toList();
    }

    @Test
    void a_period_is_looked_at_again_at_its_next_step_and_what_was_before_is_not_made_good() {
        Cycle early = planned(day(-30));
        assertThat(early.nextAt()).contains(day(-7));
        assertThat(early.state()).isEqualTo(new CycleState.Planned());
        assertThat(early.attempts()).isZero();
        assertThat(early.isOpen()).isTrue();

        Cycle late = planned(day(-2));
        assertThat(late.nextAt()).contains(day(-1));
        assertThat(late.agenda(POLICY, day(-2)).letters()).isEmpty();
        assertThat(late.agenda(POLICY, day(-2)).charge()).isEmpty();
        assertThat(late.agenda(POLICY, day(-2)).told()).isEmpty();
    }

    @Test
    void an_end_that_is_long_past_is_given_up_at_once() {
        Cycle cycle = planned(day(14));
        assertThat(cycle.state()).isEqualTo(new CycleState.GivenUp(day(14)));
        assertThat(cycle.nextAt()).isEmpty();
        assertThat(cycle.isOpen()).isFalse();
        assertThat(cycle.isPayable()).isTrue();
    }

    @Test
    void its_grace_is_promised_when_it_is_planned_and_none_is_after_the_end() {
        assertThat(planned(graced(5), day(-2)).graceDays()).isEqualTo(5);
        Cycle heardLate = planned(graced(5), day(1));
        assertThat(heardLate.graceDays()).isZero();
        // suspension was due at the end, which is past: what is left is the taking away
        assertThat(heardLate.nextAt()).contains(day(14));
    }

    @Test
    void a_step_is_due_from_its_moment_on() {
        Cycle cycle = planned(day(-30));
        assertThat(codes(cycle.agenda(POLICY, day(-7).minusNanos(1)))).isEmpty();
        assertThat(codes(cycle.agenda(POLICY, day(-7)))).containsExactly("remind:-7");
        assertThat(cycle.agenda(POLICY, day(-1).minusNanos(1)).charge()).isEmpty();
        assertThat(cycle.agenda(POLICY, day(-1)).charge().map(Step::code)).contains("charge:-1");
    }

    @Test
    void after_a_standstill_only_the_latest_try_is_made_and_only_the_last_letter_told() {
        Agenda agenda = planned(day(-30)).agenda(POLICY, day(3));
        assertThat(agenda.charge().map(Step::code)).contains("charge:2");
        assertThat(codes(agenda))
                .containsExactly("remind:-7", "remind:-3", "remind:-1", "remind:0", "suspend:0");
        assertThat(agenda.told().map(Step::code)).contains("suspend:0");
        assertThat(agenda.terminates()).isFalse();
        assertThat(planned(day(-30)).agenda(POLICY, day(14)).terminates()).isTrue();
    }

    @Test
    void what_was_told_is_not_due_again() {
        Cycle told = planned(day(-30)).told(POLICY, day(-7));
        assertThat(codes(told.agenda(POLICY, day(-7)))).isEmpty();
        assertThat(told.toldUpTo()).isEqualTo(day(-7));
        assertThat(told.triedUpTo()).isEqualTo(day(-30));
        assertThat(told.nextAt()).contains(day(-3));
    }

    @Test
    void while_it_is_charged_for_nothing_else_is_tried_and_it_is_looked_at_then() {
        Cycle charging = planned(day(-30)).charging(ORDER, TERMS, day(-1), LOOK);
        assertThat(charging.state()).isEqualTo(new CycleState.Charging(ORDER, TERMS));
        assertThat(charging.attempts()).isEqualTo(1);
        assertThat(charging.nextAt()).contains(LOOK);
        assertThat(charging.agenda(POLICY, day(-1)).charge()).isEmpty();
        assertThat(charging.toldUpTo()).isEqualTo(day(-30));
        assertThat(charging.charging(ORDER, TERMS, day(0), LOOK).attempts()).isEqualTo(2);
    }

    @Test
    void a_try_that_failed_is_followed_by_the_next_and_counts() {
        Cycle failed =
                planned(day(-30))
                        .told(POLICY, day(-1))
                        .charging(ORDER, TERMS, day(-1), LOOK)
                        .failed("declined", POLICY, day(-1));
        assertThat(failed.state()).isEqualTo(new CycleState.Failed("declined"));
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.nextAt()).contains(day(0));
        assertThat(failed.nextCharge(POLICY, day(-1))).contains(day(0));
        assertThat(failed.triedUpTo()).isEqualTo(day(-1));
    }

    @Test
    void the_next_charge_is_never_in_the_past_and_none_is_when_it_is_over() {
        Cycle cycle = planned(day(-30));
        assertThat(cycle.nextCharge(POLICY, day(-30))).contains(day(-1));
        assertThat(cycle.nextCharge(POLICY, day(-1))).contains(day(-1));
        assertThat(cycle.nextCharge(POLICY, day(1))).contains(day(1));
        assertThat(cycle.untried(POLICY, day(7)).nextCharge(POLICY, day(7))).isEmpty();
        assertThat(cycle.paid(ORDER, day(-1)).nextCharge(POLICY, day(-1))).isEmpty();
    }

    @Test
    void tries_that_nobody_wants_are_left_out_and_what_is_told_goes_on() {
        Cycle untried = planned(day(-30)).untried(POLICY, day(-1));
        assertThat(untried.triedUpTo()).isEqualTo(day(-1));
        assertThat(untried.nextAt()).contains(day(-7));
        assertThat(codes(untried.agenda(POLICY, day(-1))))
                .containsExactly("remind:-7", "remind:-3", "remind:-1");
        assertThat(untried.agenda(POLICY, day(-1)).charge()).isEmpty();
    }

    @Test
    void when_all_is_told_and_tried_it_is_given_up() {
        Cycle over = planned(day(-30)).untried(POLICY, day(14)).told(POLICY, day(14));
        assertThat(over.state()).isEqualTo(new CycleState.GivenUp(day(14)));
        assertThat(over.nextAt()).isEmpty();
        Cycle open = planned(day(-30)).untried(POLICY, day(14)).told(POLICY, day(13));
        assertThat(open.isOpen()).isTrue();
        assertThat(open.nextAt()).contains(day(14));
    }

    @Test
    void who_agrees_after_the_first_try_was_left_out_is_charged_at_once() {
        Cycle armed = planned(day(-30)).untried(POLICY, day(0)).armed(POLICY, day(0));
        assertThat(armed.agenda(POLICY, day(0)).charge().map(Step::code)).contains("charge:0");
        assertThat(armed.nextCharge(POLICY, day(0))).contains(day(0));
        assertThat(armed.triedUpTo()).isEqualTo(day(-1).minusSeconds(1));

        Cycle failed = planned(day(-30)).failed("no_money", POLICY, day(-1));
        assertThat(failed.armed(POLICY, day(-1)).agenda(POLICY, day(-1)).charge()).isPresent();
        assertThat(failed.armed(POLICY, day(-1)).state())
                .isEqualTo(new CycleState.Failed("no_money"));
    }

    @Test
    void who_agrees_before_the_first_try_changes_nothing() {
        Cycle cycle = planned(day(-30));
        assertThat(cycle.armed(POLICY, day(-2))).isEqualTo(cycle);
        Instant last = day(-1).minusSeconds(1);
        assertThat(cycle.armed(POLICY, last.minusNanos(1))).isEqualTo(cycle);
        assertThat(cycle.armed(POLICY, last).triedUpTo()).isEqualTo(last);
    }

    @Test
    void what_is_under_way_or_over_is_not_armed() {
        Cycle charging = planned(day(-30)).charging(ORDER, TERMS, day(-1), LOOK);
        Cycle paid = charging.paid(ORDER, day(-1));
        Cycle cancelled = planned(day(-30)).cancelled(day(-1));
        Cycle givenUp = planned(day(14));
        for (Cycle cycle : List.of(charging, paid, cancelled, givenUp)) {
            assertThat(cycle.armed(POLICY, day(0))).isEqualTo(cycle);
        }
    }

    @Test
    void what_is_paid_stays_paid_and_is_not_looked_at() {
        Cycle paid = planned(day(-30)).charging(ORDER, TERMS, day(-1), LOOK).paid(ORDER, day(-1));
        assertThat(paid.state()).isEqualTo(new CycleState.Paid(ORDER, day(-1)));
        assertThat(paid.nextAt()).isEmpty();
        assertThat(paid.isOpen()).isFalse();
        assertThat(paid.isPayable()).isFalse();
        assertThat(paid.resumed(POLICY, day(0))).isEqualTo(paid);
    }

    @Test
    void one_whose_end_moved_rests_and_goes_on_when_the_end_is_what_it_was() {
        Cycle cancelled =
                planned(day(-30)).charging(ORDER, TERMS, day(-1), LOOK).cancelled(day(-1));
        assertThat(cancelled.state()).isEqualTo(new CycleState.Cancelled(day(-1)));
        assertThat(cancelled.nextAt()).isEmpty();
        assertThat(cancelled.isPayable()).isTrue();

        Cycle resumed = cancelled.resumed(POLICY, day(-1).plusSeconds(1));
        assertThat(resumed.state()).isEqualTo(new CycleState.Planned());
        assertThat(resumed.attempts()).isEqualTo(1);
        assertThat(resumed.nextAt()).contains(day(0));
        Cycle planned = planned(day(-30));
        assertThat(planned.resumed(POLICY, day(-1))).isEqualTo(planned);
    }

    @Test
    void looking_later_and_another_owner_change_nothing_else() {
        Cycle cycle = planned(graced(3), day(-30)).failed("declined", graced(3), day(-1));
        AccountId other = new AccountId(new UUID(9, 9));
        Cycle later = cycle.lookAt(LOOK);
        assertThat(later.nextAt()).contains(LOOK);
        assertThat(later.lookAt(cycle.nextAt().orElseThrow())).isEqualTo(cycle);
        assertThat(cycle.of(other).account()).isEqualTo(other);
        assertThat(cycle.of(other).of(OWNER)).isEqualTo(cycle);
        assertThat(cycle.graceDays()).isEqualTo(3);
    }
}
