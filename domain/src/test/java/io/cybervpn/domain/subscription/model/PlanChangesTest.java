package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Tariff;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No sequence of changes makes value or loses it. */
class PlanChangesTest {
    private static final Instant START = ChangedLife.START;
    private static final PlanId CHEAP = ChangedLife.CHEAP;
    private static final PlanId DEAR = new PlanId(new UUID(3, 2));

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Tariff tariff(PlanId plan, int days, Money... prices) {
        return new Tariff(
                plan,
                "any",
                Map.of("en", "Any"),
                ChangedLife.ENTITLEMENT,
                new Rates(days, List.of(prices)),
                30);
    }

    private static void refused(PlanChanges.Answer answer, PlanChangeRefusal reason) {
        assertThat(answer).isEqualTo(new PlanChanges.Answer.Refused(reason));
    }

    @Property(tries = 300)
    void changes_at_one_moment_move_no_value_at_all(
            @ForAll @Size(min = 1, max = 12)
                    List<@LongRange(min = 1_000, max = 50_000_000) Long> prices,
            @ForAll @LongRange(min = 1, max = 10_000_000) long paid,
            @ForAll @IntRange(min = 1, max = 2_591_999) int usedSeconds) {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(paid)));
        Instant at = START.plusSeconds(usedSeconds);
        Instant end = life.now.expireAt();
        Fraction before = life.value(at);

        prices.forEach(price -> life.change(tariff(DEAR, 30, rub(price)), at));

        assertThat(life.value(at)).isEqualTo(before);
        life.change(tariff(CHEAP, 30, rub(paid)), at);
        assertThat(life.now.expireAt()).isEqualTo(end);
    }

    @Property(tries = 200)
    void over_a_life_what_was_served_and_what_is_left_is_what_was_paid(
            @ForAll @Size(min = 1, max = 10)
                    List<@LongRange(min = 100, max = 5_000_000) Long> prices,
            @ForAll @Size(min = 10, max = 10) List<@IntRange(min = 1, max = 200_000) Integer> steps,
            @ForAll @LongRange(min = 100, max = 5_000_000) long paid,
            @ForAll @LongRange(min = 100, max = 5_000_000) long second) {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(paid)));
        life.extend(CHEAP, Worth.of(90, rub(second)), START);
        Fraction served = Fraction.ZERO;
        Instant at = START;
        for (int i = 0; i < prices.size(); i++) {
            Fraction before = life.value(at);
            at = at.plusSeconds(steps.get(i));
            served = served.plus(before.minus(life.value(at)));
            life.change(tariff(DEAR, 30, rub(prices.get(i))), at);
        }
        assertThat(served.plus(life.value(at))).isEqualTo(Fraction.of(paid + second));
    }

    @Property(tries = 300)
    void the_end_is_kept_for_the_least_money_that_keeps_it(
            @ForAll @LongRange(min = 1, max = 1_000_000) long paid,
            @ForAll @LongRange(min = 1, max = 1_000_000) long price,
            @ForAll @IntRange(min = 1, max = 2_591_999) int usedSeconds) {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(paid)));
        Instant at = START.plusSeconds(usedSeconds);
        PlanChangeQuote quote = life.quote(tariff(DEAR, 30, rub(price)), at);

        Optional<PlanChangeQuote.Option> keep = quote.option(PlanChangeMode.KEEP_END);

        assertThat(keep.isPresent()).isEqualTo(price > paid);
        keep.ifPresent(option -> isLeast(option, quote, price));
        quote.option(PlanChangeMode.CONVERT)
                .ifPresent(option -> assertThat(option.charge()).isEqualTo(rub(0)));
    }

    private static void isLeast(PlanChangeQuote.Option keep, PlanChangeQuote quote, long price) {
        Duration unit = Duration.ofDays(30).dividedBy(price).plusNanos(1_000);
        assertThat(keep.expireAt()).isBetween(quote.endNow(), quote.endNow().plus(unit));
    }

    @Property(tries = 200)
    void what_is_quoted_is_what_is_given(
            @ForAll @LongRange(min = 1, max = 1_000_000) long paid,
            @ForAll @LongRange(min = 1, max = 1_000_000) long price,
            @ForAll @IntRange(min = 1, max = 2_591_999) int usedSeconds) {
        Tariff dear = tariff(DEAR, 30, rub(price));
        Instant at = START.plusSeconds(usedSeconds);
        for (PlanChangeQuote.Option option :
                new ChangedLife(Worth.of(30, rub(paid))).quote(dear, at).options()) {
            ChangedLife life = new ChangedLife(Worth.of(30, rub(paid)));
            life.change(dear, at);
            if (!option.charge().isZero()) {
                life.extend(DEAR, Worth.bought(option.charge(), 30, rub(price)), at);
            }
            assertThat(life.now.expireAt()).isEqualTo(option.expireAt());
        }
    }

    @Property(tries = 200)
    void money_that_goes_back_after_a_change_takes_its_part_whichever_comes_first(
            @ForAll @LongRange(min = 10, max = 1_000_000) long paid,
            @ForAll @LongRange(min = 10, max = 1_000_000) long price,
            @ForAll @IntRange(min = 1, max = 9) int tenths) {
        Instant at = START.plus(Duration.ofDays(3));
        Money back = rub(Math.max(1, paid * tenths / 10));
        Tariff dear = tariff(DEAR, 30, rub(price));
        ChangedLife first = new ChangedLife(Worth.of(30, rub(paid)));
        first.giveBack(1, back, rub(paid));
        first.change(dear, at);
        ChangedLife later = new ChangedLife(Worth.of(30, rub(paid)));
        later.change(dear, at);
        later.giveBack(1, back, rub(paid));

        assertThat(later.past.end()).isEqualTo(first.past.end());
        assertThat(later.giveBack(1, rub(paid), rub(paid)).past.end()).contains(START);
    }

    @Test
    void up_and_down_by_hand() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(19_900)));
        Instant tenth = START.plus(Duration.ofDays(10));
        Tariff pro = tariff(DEAR, 30, rub(39_800));

        PlanChangeQuote quote = life.quote(pro, tenth);

        assertThat(quote.valueLeft()).containsExactly(rub(13_266));
        Instant half = tenth.plus(Duration.ofDays(10));
        assertThat(quote.options())
                .containsExactly(
                        new PlanChangeQuote.Option(PlanChangeMode.CONVERT, rub(0), rub(0), half),
                        new PlanChangeQuote.Option(
                                PlanChangeMode.KEEP_END,
                                rub(13_267),
                                rub(13_267),
                                Instant.parse("2026-01-31T00:00:21.708543Z")),
                        new PlanChangeQuote.Option(
                                PlanChangeMode.ADD_TERM,
                                rub(13_267),
                                rub(53_067),
                                Instant.parse("2026-03-02T00:00:21.708543Z")));
        assertThat(life.change(pro, tenth).subscription().expireAt()).isEqualTo(half);
        assertThat(life.quote(tariff(CHEAP, 30, rub(19_900)), tenth).options())
                .extracting(PlanChangeQuote.Option::mode)
                .containsExactly(PlanChangeMode.CONVERT, PlanChangeMode.ADD_TERM);
    }

    @Test
    void a_long_terms_price_is_only_for_who_buys_the_whole_term() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(19_900)));
        Tariff year = tariff(DEAR, 365, rub(179_900));

        assertThat(life.quote(year, START).options())
                .extracting(PlanChangeQuote.Option::mode)
                .containsExactly(PlanChangeMode.ADD_TERM);
        life.extend(CHEAP, Worth.of(365, rub(179_900)), START);
        assertThat(life.quote(year, START).option(PlanChangeMode.CONVERT)).isPresent();
    }

    @Test
    void an_end_beyond_reason_is_not_offered() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(100_000_000)));

        assertThat(life.quote(tariff(DEAR, 30, rub(1)), START).options()).isEmpty();
    }

    @Test
    void each_currency_buys_at_its_own_price_and_free_time_is_worth_nothing() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(300)));
        life.extend(CHEAP, Worth.of(30, new Money(100, Asset.XTR)), START);
        life.extend(CHEAP, Worth.free(10), START);
        refused(
                life.ask(tariff(DEAR, 30, rub(600)), START),
                PlanChangeRefusal.CURRENCY_NOT_OFFERED);
        Tariff both = tariff(DEAR, 30, rub(600), new Money(400, Asset.XTR));
        refused(life.ask(both, Asset.USD, START), PlanChangeRefusal.CURRENCY_NOT_OFFERED);

        assertThat(life.change(both, START).subscription().expireAt())
                .isEqualTo(START.plus(Duration.ofHours(15 * 24 + 7 * 24 + 12)));
    }

    @Test
    void what_cannot_be_changed_is_said() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(300)));
        Tariff dear = tariff(DEAR, 30, rub(600));
        ChangedLife trial = new ChangedLife(Worth.free(7));
        refused(trial.ask(dear, START), PlanChangeRefusal.TRIAL_CANNOT_SWITCH);
        refused(life.ask(tariff(CHEAP, 30, rub(1)), START), PlanChangeRefusal.SAME_PLAN);
        refused(life.ask(dear, life.now.expireAt()), PlanChangeRefusal.SUBSCRIPTION_EXPIRED);
        for (int i = 0; i < PlanChange.COUNT_MAX; i++) {
            life.change(i % 2 == 0 ? dear : tariff(CHEAP, 30, rub(300)), START.plusSeconds(i));
        }
        refused(
                life.ask(dear, START.plusSeconds(PlanChange.COUNT_MAX)),
                PlanChangeRefusal.TOO_MANY_CHANGES);
    }

    @Test
    void a_renewal_of_the_old_plan_buys_time_of_the_new_one() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(300)));
        life.change(tariff(DEAR, 30, rub(600)), START);
        Instant end = START.plus(Duration.ofDays(15));
        assertThat(life.now.expireAt()).isEqualTo(end);

        life.extend(CHEAP, Worth.of(30, rub(300)), START);

        assertThat(life.now.service().plan()).isEqualTo(DEAR);
        assertThat(life.now.expireAt()).isEqualTo(end.plus(Duration.ofDays(15)));
        life.extend(CHEAP, Worth.of(30, new Money(5, Asset.USD)), START);
        assertThat(life.now.expireAt()).isEqualTo(end.plus(Duration.ofDays(45)));
    }

    @Test
    void money_that_comes_late_buys_what_it_buys() {
        ChangedLife life = new ChangedLife(Worth.of(30, rub(300)));
        Instant late = START.plus(Duration.ofDays(40));

        life.change(tariff(DEAR, 30, rub(600)), late);
        life.extend(DEAR, Worth.bought(rub(300), 30, rub(600)), late);

        assertThat(life.now.expireAt()).isEqualTo(late.plus(Duration.ofDays(15)));
        assertThat(life.value(late)).isEqualTo(Fraction.of(300));
    }
}
