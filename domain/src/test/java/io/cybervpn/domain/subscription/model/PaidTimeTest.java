package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What goes back takes exactly its part of the time, in whatever pieces and order. */
class PaidTimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Money PRICE = rub(19_900);
    private static final Entitlement ENTITLEMENT =
            new Entitlement(
                    Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(3), List.of("Default"));

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Purchase purchase(int number, Instant paidAt) {
        return new Purchase(
                new OrderId(new UUID(4, number)),
                new PlanId(new UUID(3, 3)),
                Map.of("en", "Any"),
                Worth.of(30, PRICE),
                ENTITLEMENT,
                paidAt);
    }

    private static Return back(int order, long units, boolean undone) {
        return new Return(
                new RefundId(UUID.randomUUID()),
                new OrderId(new UUID(4, order)),
                rub(units),
                PRICE,
                undone,
                START);
    }

    private static Extended opened() {
        return Subscription.open(
                new SubscriptionId(new UUID(1, 1)),
                new AccountId(new UUID(2, 2)),
                purchase(1, START),
                START);
    }

    private static Instant endOf(List<Extension> history, Return... returns) {
        return PaidTime.endOf(history, List.of(returns)).orElseThrow();
    }

    @Property
    void kept_and_taken_time_are_the_whole_to_the_second(
            @ForAll @IntRange(min = 1, max = Purchase.DAYS_MAX) int days,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 4) long total,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 4) long wished) {
        long returned = wished % (total + 1);
        Duration kept = PaidTime.kept(days, rub(total), rub(returned));
        Duration other = PaidTime.kept(days, rub(total), rub(total - returned));
        Duration whole = Duration.ofDays(days);
        assertThat(kept).isBetween(Duration.ZERO, whole);
        assertThat(kept.plus(other)).isBetween(whole, whole.plusSeconds(1));
        assertThat(PaidTime.kept(days, rub(total), rub(total))).isZero();
        assertThat(PaidTime.kept(days, rub(total), rub(0))).isEqualTo(whole);
    }

    @Property
    void pieces_in_any_order_take_what_their_sum_takes(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 2_400) Integer> pieces,
            @ForAll Random random) {
        List<Extension> history = List.of(opened().extension());
        List<Return> returns = new ArrayList<>();
        pieces.forEach(units -> returns.add(back(1, units, false)));
        returns.add(back(1, 700, true));
        Collections.shuffle(returns, random);
        long sum = pieces.stream().mapToLong(Integer::longValue).sum();
        assertThat(PaidTime.endOf(history, returns))
                .contains(START.plus(PaidTime.kept(30, PRICE, rub(sum))));
    }

    @Test
    void half_the_money_back_is_half_the_time_and_all_of_it_is_none() {
        List<Extension> history = List.of(opened().extension());
        assertThat(endOf(history, back(1, 9_950, false)))
                .isEqualTo(START.plus(Duration.ofDays(15)));
        assertThat(endOf(history, back(1, 19_900, false))).isEqualTo(START);
        assertThat(endOf(history, back(1, 19_900, true)))
                .isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(PaidTime.endOf(List.of(), List.of())).isEmpty();
    }

    @Test
    void a_later_order_keeps_its_days_when_an_earlier_one_goes_back() {
        Extended first = opened();
        Instant paidAt = START.plus(Duration.ofDays(5));
        Extended second = first.subscription().extend(purchase(2, paidAt), paidAt);
        List<Extension> history = List.of(first.extension(), second.extension());
        assertThat(endOf(history)).isEqualTo(second.subscription().expireAt());
        assertThat(endOf(history, back(1, 19_900, false)))
                .isEqualTo(paidAt.plus(Duration.ofDays(30)));
        assertThat(endOf(history, back(2, 19_900, false)))
                .isEqualTo(START.plus(Duration.ofDays(30)));
    }

    @Test
    void a_moved_end_tells_which_way() {
        Subscription active = opened().subscription();
        Instant now = START.plus(Duration.ofDays(1));
        Instant end = active.expireAt();

        assertThat(active.moveEnd(end, now)).isEqualTo(new Subscription.Moved(active, List.of()));
        assertThat(active.moveEnd(end.minusSeconds(1), now).events())
                .singleElement()
                .isInstanceOf(SubscriptionShortened.class);
        Subscription.Moved gone = active.moveEnd(START, now);
        assertThat(gone.subscription()).isInstanceOf(Subscription.Expired.class);
        assertThat(gone.events())
                .hasExactlyElementsOfTypes(SubscriptionShortened.class, SubscriptionExpired.class);
        Subscription.Moved again = gone.subscription().moveEnd(end, now);
        assertThat(again.subscription()).isEqualTo(active);
        assertThat(again.events()).singleElement().isInstanceOf(SubscriptionExtended.class);
        assertThat(active.terminate().moveEnd(START, now).events()).isEmpty();
    }

    @Test
    void nothing_or_more_than_all_does_not_go_back() {
        assertThatThrownBy(() -> back(1, 0, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> back(1, 19_901, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
