package io.cybervpn.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sold beside plans, and what it adds to what they grant. */
class AddOnTest {
    private static final Boost GIB = new Boost(Boost.Kind.TRAFFIC, 1L << 30);
    private static final Boost TWO_DEVICES = new Boost(Boost.Kind.DEVICES, 2);
    private static final Money ROUBLES = new Money(9_900, Asset.RUB);
    private static final Money DOLLARS = new Money(150, Asset.USD);

    private static AddOn addOn(int days, Money... prices) {
        return new AddOn(
                new AddOnId(new UUID(1, 1)),
                "gib",
                Map.of("en", "A gibibyte"),
                GIB,
                days,
                List.of(prices),
                true,
                1);
    }

    private static Entitlement granted(Limit traffic, Limit devices) {
        return new Entitlement(
                traffic, TrafficReset.MONTH, devices, List.of("Pro"), new Resources.Line(5, 4));
    }

    @Test
    void it_costs_its_own_price_in_each_currency_and_nothing_is_converted() {
        AddOn addOn = addOn(30, ROUBLES, DOLLARS);
        assertThat(addOn.priceIn(Asset.RUB)).contains(ROUBLES);
        assertThat(addOn.priceIn(Asset.USD)).contains(DOLLARS);
        assertThat(addOn.priceIn(Asset.EUR)).isEmpty();
    }

    @Test
    void it_lasts_a_day_to_a_year_and_has_one_price_above_zero_of_each_currency() {
        assertThat(addOn(1, ROUBLES).days()).isEqualTo(1);
        assertThat(addOn(365, ROUBLES).days()).isEqualTo(365);
        assertRefused(0, ROUBLES);
        assertRefused(366, ROUBLES);
        assertRefused(30);
        assertRefused(30, Money.zero(Asset.RUB));
        assertRefused(30, ROUBLES, new Money(1, Asset.RUB));
    }

    private static void assertRefused(int days, Money... prices) {
        assertThatThrownBy(() -> addOn(days, prices)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_adds_to_its_own_kind_and_leaves_the_rest() {
        Entitlement plan = granted(Limit.of(5), Limit.of(3));
        assertThat(GIB.on(plan)).isEqualTo(granted(Limit.of(5 + (1L << 30)), Limit.of(3)));
        assertThat(TWO_DEVICES.on(plan)).isEqualTo(granted(Limit.of(5), Limit.of(5)));
    }

    @Test
    void what_is_unlimited_stays_so_and_needs_no_more() {
        Entitlement plan = granted(Limit.unlimited(), Limit.of(3));
        assertThat(GIB.on(plan)).isEqualTo(plan);
        assertThat(GIB.helps(plan)).isFalse();
        assertThat(TWO_DEVICES.helps(plan)).isTrue();
    }

    @Test
    void it_adds_something_and_not_beyond_reason() {
        assertThat(new Boost(Boost.Kind.TRAFFIC, Boost.AMOUNT_MAX).amount())
                .isEqualTo(Boost.AMOUNT_MAX);
        assertThat(new Boost(Boost.Kind.TRAFFIC, 1).amount()).isEqualTo(1);
        assertThatThrownBy(() -> new Boost(Boost.Kind.TRAFFIC, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Boost(Boost.Kind.TRAFFIC, Boost.AMOUNT_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_prices_of_a_moment_are_of_a_term_and_one_of_each_currency() {
        Rates day = new Rates(1, List.of(ROUBLES, DOLLARS));
        assertThat(day.priceIn(Asset.USD)).contains(DOLLARS);
        assertThat(day.priceIn(Asset.EUR)).isEmpty();
        assertThatThrownBy(() -> new Rates(0, List.of(ROUBLES)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rates(30, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rates(30, List.of(Money.zero(Asset.RUB))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rates(30, List.of(ROUBLES, ROUBLES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kinds_tiers_and_resets_are_found_by_their_exact_names() {
        assertThat(Boost.Kind.find("devices")).contains(Boost.Kind.DEVICES);
        assertThat(Boost.Kind.find("DEVICES")).isEmpty();
        assertThat(Tier.find("cyber")).contains(Tier.CYBER);
        assertThat(Tier.find("Cyber")).isEmpty();
        assertThat(TrafficReset.find("month_rolling")).contains(TrafficReset.MONTH_ROLLING);
        assertThat(TrafficReset.find("monthly")).isEmpty();
        assertThat(TrafficReset.NO_RESET.code()).isEqualTo("no_reset");
    }
}
