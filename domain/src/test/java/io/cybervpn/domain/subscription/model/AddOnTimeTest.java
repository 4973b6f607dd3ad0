package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AddOnTimeTest {
    private static final SubscriptionId ID = new SubscriptionId(new UUID(1, 1));
    private static final OrderId ORDER = new OrderId(new UUID(2, 2));
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Entitlement PLAN =
            new Entitlement(Limit.of(100), TrafficReset.MONTH, Limit.of(2), List.of("Basic"));

    private static AddOnTime bought(Boost boost, int days, Instant now) {
        return AddOnTime.bought(new AddOnTime.Sold(ORDER, boost, days, NOON), ID, now);
    }

    private static AddOnTime traffic(int days, Instant now) {
        return bought(new Boost(Boost.Kind.TRAFFIC, 50), days, now);
    }

    private static Return back(long amount, long total, boolean undone) {
        return new Return(
                new RefundId(UUID.randomUUID()),
                ORDER,
                new Money(amount, Asset.RUB),
                new Money(total, Asset.RUB),
                undone,
                NOON);
    }

    @Test
    void it_counts_from_its_payment_for_its_own_days() {
        AddOnTime bought = traffic(30, NOON);

        assertThat(bought.from()).isEqualTo(NOON);
        assertThat(bought.to()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        assertThat(bought.over()).isFalse();
        assertThat(traffic(30, bought.to()).over()).isTrue();
    }

    @Test
    void those_that_are_not_over_add_up() {
        AddOnTime devices = bought(new Boost(Boost.Kind.DEVICES, 3), 30, NOON);
        AddOnTime over = traffic(1, NOON.plus(Duration.ofDays(1)));
        Entitlement granted =
                AddOnTime.with(PLAN, List.of(traffic(30, NOON), traffic(60, NOON), over, devices));

        assertThat(granted)
                .isEqualTo(
                        new Entitlement(
                                Limit.of(200), TrafficReset.MONTH, Limit.of(5), List.of("Basic")));
    }

    @Test
    void what_is_unlimited_stays_so() {
        Entitlement all =
                new Entitlement(
                        Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(2), List.of("Cyber"));

        assertThat(AddOnTime.with(all, List.of(traffic(30, NOON)))).isEqualTo(all);
        assertThat(new Boost(Boost.Kind.TRAFFIC, 1).helps(all)).isFalse();
        assertThat(new Boost(Boost.Kind.DEVICES, 1).helps(all)).isTrue();
    }

    @Test
    void nothing_and_too_much_are_no_boosts() {
        assertThatThrownBy(() -> new Boost(Boost.Kind.DEVICES, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Boost(Boost.Kind.TRAFFIC, Boost.AMOUNT_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void all_back_ends_it_and_what_is_undone_brings_it_again() {
        Instant later = NOON.plus(Duration.ofDays(1));
        AddOnTime gone = traffic(30, NOON).less(List.of(back(9_900, 9_900, false)), later);

        assertThat(gone.to()).isEqualTo(NOON);
        assertThat(gone.over()).isTrue();
        assertThat(gone.less(List.of(back(9_900, 9_900, true)), later))
                .isEqualTo(traffic(30, NOON));
    }

    @Property
    void the_part_of_the_money_that_is_left_is_the_part_of_the_time(
            @ForAll @IntRange(min = 1, max = 365) int days,
            @ForAll @LongRange(min = 2, max = 1_000_000) long total,
            @ForAll @LongRange(min = 1, max = 1_000_000) long back) {
        long gone = Math.min(back, total);
        AddOnTime shorter = traffic(days, NOON).less(List.of(back(gone, total, false)), NOON);
        long seconds = Duration.between(shorter.from(), shorter.to()).toSeconds();

        assertThat(seconds * total).isGreaterThanOrEqualTo(86_400L * days * (total - gone));
        assertThat((seconds - 1) * total).isLessThan(86_400L * days * (total - gone) + 1);
    }
}
