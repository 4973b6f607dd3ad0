package io.cybervpn.domain.billing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What an order is for: what it costs, and which repeated request means it. */
class PurposeTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final UUID SUBSCRIPTION = new UUID(5, 5);
    private static final UUID ANOTHER = new UUID(5, 6);
    private static final AddOnId PACK = new AddOnId(new UUID(6, 6));
    private static final Boost DEVICES = new Boost(Boost.Kind.DEVICES, 2);
    private static final Rates RATES = new Rates(30, List.of(rub(19_900)));
    private static final Purpose ADD_ON = new Purpose.AddOn(SUBSCRIPTION, PACK, DEVICES);

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Purpose.PlanChange change(PlanChangeMode mode, long difference) {
        return new Purpose.PlanChange(SUBSCRIPTION, mode, rub(difference), RATES);
    }

    private static Offer offer() {
        return new Offer(
                new PlanId(new UUID(3, 3)),
                "pro",
                "pro",
                Map.of("en", "Pro"),
                30,
                rub(19_900),
                new Entitlement(
                        Limit.of(1L << 40), TrafficReset.MONTH, Limit.of(5), List.of("Pro")));
    }

    private static OrderDetails placed(Purpose purpose) {
        return Order.place(
                        new OrderId(new UUID(1, 1)),
                        new OrderRequest(new AccountId(new UUID(2, 2)), "key", purpose, "stripe"),
                        offer(),
                        NOW,
                        Duration.ofHours(1))
                .details();
    }

    private static List<Quotation.Kind> kinds(Purpose purpose) {
        return Pricing.quote(purpose, offer()).lines().stream().map(Quotation.Line::kind).toList();
    }

    @Test
    void each_says_which_subscription_gets_more_and_what_of_it() {
        assertThat(Purpose.of(Optional.empty())).isEqualTo(new Purpose.NewSubscription());
        assertThat(Purpose.of(Optional.of(SUBSCRIPTION)))
                .isEqualTo(new Purpose.Renewal(SUBSCRIPTION));
        Purpose fresh = new Purpose.NewSubscription();
        Purpose renewal = new Purpose.Renewal(SUBSCRIPTION);
        Purpose change = change(PlanChangeMode.KEEP_END, 1);

        assertThat(fresh.renews()).isEmpty();
        assertThat(renewal.renews()).contains(SUBSCRIPTION);
        assertThat(change.renews()).contains(SUBSCRIPTION);
        assertThat(ADD_ON.renews()).contains(SUBSCRIPTION);
        assertThat(change.change()).contains(RATES);
        assertThat(ADD_ON.boost()).contains(DEVICES);
        assertThat(List.of(fresh, renewal, ADD_ON)).allMatch(one -> one.change().isEmpty());
        assertThat(List.of(fresh, renewal, change)).allMatch(one -> one.boost().isEmpty());
    }

    @Test
    void no_order_changes_a_plan_for_nothing() {
        assertThatThrownBy(() -> change(PlanChangeMode.CONVERT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void time_costs_the_price_of_its_plan_and_an_add_on_its_own() {
        assertThat(kinds(new Purpose.NewSubscription())).containsExactly(Quotation.Kind.PLAN);
        assertThat(kinds(new Purpose.Renewal(SUBSCRIPTION))).containsExactly(Quotation.Kind.PLAN);
        assertThat(kinds(ADD_ON)).containsExactly(Quotation.Kind.ADD_ON);
        assertThat(Pricing.addOn(offer()).total()).isEqualTo(rub(19_900));
        assertThat(Pricing.addOn(offer()).termDays()).isEqualTo(30);
    }

    @Test
    void a_change_costs_the_difference_and_its_term_each_where_there_is_one() {
        assertThat(kinds(change(PlanChangeMode.KEEP_END, 1)))
                .containsExactly(Quotation.Kind.PLAN_CHANGE);
        assertThat(kinds(change(PlanChangeMode.ADD_TERM, 1)))
                .containsExactly(Quotation.Kind.PLAN_CHANGE, Quotation.Kind.PLAN);
        assertThat(kinds(change(PlanChangeMode.ADD_TERM, 0))).containsExactly(Quotation.Kind.PLAN);
    }

    @Property
    void an_added_term_costs_the_difference_and_the_price_to_the_unit(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long difference) {
        assertThat(Pricing.quote(change(PlanChangeMode.ADD_TERM, difference), offer()).total())
                .isEqualTo(rub(difference + 19_900));
    }

    @Property
    void keeping_the_end_costs_the_difference_to_the_unit(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long difference) {
        assertThat(Pricing.quote(change(PlanChangeMode.KEEP_END, difference), offer()).total())
                .isEqualTo(rub(difference));
    }

    @Test
    void a_total_is_the_sum_of_its_lines() {
        Quotation sound = Pricing.quote(offer());
        assertThatThrownBy(
                        () ->
                                new Quotation(
                                        sound.plan(), sound.termDays(), sound.lines(), rub(19_901)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_repeated_request_for_an_add_on_means_the_order_of_the_same_one() {
        OrderDetails order = placed(ADD_ON);
        assertThat(order.isAddOn(SUBSCRIPTION, PACK, Asset.RUB)).isTrue();
        assertThat(order.isAddOn(ANOTHER, PACK, Asset.RUB)).isFalse();
        assertThat(order.isAddOn(SUBSCRIPTION, new AddOnId(ANOTHER), Asset.RUB)).isFalse();
        assertThat(order.isAddOn(SUBSCRIPTION, PACK, Asset.USD)).isFalse();
        assertThat(placed(new Purpose.Renewal(SUBSCRIPTION)).isAddOn(SUBSCRIPTION, PACK, Asset.RUB))
                .isFalse();
    }

    @Test
    void a_repeated_request_for_a_change_means_the_order_of_the_same_one() {
        OrderDetails order = placed(change(PlanChangeMode.KEEP_END, 5_000));
        Wish wish = Wish.of(offer());
        Wish longer = new Wish(wish.plan(), 90, wish.asset());
        assertThat(order.isChange(wish, SUBSCRIPTION, PlanChangeMode.KEEP_END)).isTrue();
        assertThat(order.isChange(wish, SUBSCRIPTION, PlanChangeMode.ADD_TERM)).isFalse();
        assertThat(order.isChange(wish, ANOTHER, PlanChangeMode.KEEP_END)).isFalse();
        assertThat(order.isChange(longer, SUBSCRIPTION, PlanChangeMode.KEEP_END)).isFalse();
        assertThat(placed(ADD_ON).isChange(wish, SUBSCRIPTION, PlanChangeMode.KEEP_END)).isFalse();
    }

    @Test
    void clients_know_modes_states_and_refusals_by_stable_names() {
        assertThat(PlanChangeMode.KEEP_END.code()).isEqualTo("keep_end");
        assertThat(PlanChangeMode.find("add_term")).contains(PlanChangeMode.ADD_TERM);
        assertThat(PlanChangeMode.find("ADD_TERM")).isEmpty();
        assertThat(OrderStatus.AWAITING_PAYMENT.code()).isEqualTo("awaiting_payment");
        assertThat(PlanChangeRefusal.SAME_PLAN.code()).isEqualTo("same_plan");
        assertThat(AddOnRefusal.NOTHING_TO_ADD.code()).isEqualTo("nothing_to_add");
    }
}
