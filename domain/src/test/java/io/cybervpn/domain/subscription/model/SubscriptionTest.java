package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final SubscriptionId ID = new SubscriptionId(new UUID(1, 1));
    private static final AccountId BUYER = new AccountId(new UUID(2, 2));
    private static final PlanId PLAN = new PlanId(new UUID(3, 3));
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private static final Entitlement SMALL =
            new Entitlement(Limit.of(100), TrafficReset.MONTH, Limit.of(2), List.of("Basic"));
    private static final Entitlement LARGE =
            new Entitlement(
                    Limit.unlimited(), TrafficReset.NO_RESET, Limit.unlimited(), List.of("Pro"));

    @Test
    void the_first_purchase_counts_from_when_the_provider_took_the_money() {
        Extended opened =
                Subscription.open(ID, BUYER, bought(1, 30, NOON, SMALL), NOON.plusSeconds(90));

        assertThat(opened.subscription()).isInstanceOf(Subscription.Active.class);
        assertThat(opened.subscription().expireAt())
                .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(opened.subscription().service().startedAt()).isEqualTo(NOON);
        assertThat(opened.event().expireAt()).isEqualTo(opened.subscription().expireAt());
        assertThat(opened.event().entitlement()).isEqualTo(SMALL);
        assertThat(opened.event().at()).isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void paying_early_costs_the_buyer_nothing() {
        Subscription current = open(30, NOON);

        Extended extended = current.extend(bought(2, 30, NOON.plusSeconds(60), SMALL), NOON);

        assertThat(extended.subscription().expireAt()).isEqualTo(NOON.plus(Duration.ofDays(60)));
        assertThat(extended.extension().from()).isEqualTo(current.expireAt());
    }

    @Test
    void paying_late_gives_nothing_back() {
        Instant late = NOON.plus(Duration.ofDays(45));

        Extended extended = open(30, NOON).extend(bought(2, 30, late, SMALL), late);

        assertThat(extended.subscription().expireAt()).isEqualTo(late.plus(Duration.ofDays(30)));
        assertThat(extended.extension().from()).isEqualTo(late);
    }

    /** A store rounds what is finer, and the end would not fit to its beginning any more. */
    @Test
    void moments_are_kept_to_the_microsecond_however_fine_a_clock_is() {
        Extended opened =
                Subscription.open(ID, BUYER, bought(1, 30, NOON.plusNanos(1_999), SMALL), NOON);

        assertThat(opened.extension().paidAt()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(opened.extension().from()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(opened.subscription().expireAt())
                .isEqualTo(NOON.plusNanos(1_000).plus(Duration.ofDays(30)));
    }

    @Test
    void an_expired_subscription_comes_back() {
        Instant late = NOON.plus(Duration.ofDays(45));
        Subscription expired = expired(open(30, NOON), late);

        Subscription back = expired.extend(bought(2, 90, late, SMALL), late).subscription();

        assertThat(back).isInstanceOf(Subscription.Active.class);
        assertThat(back.expireAt()).isEqualTo(late.plus(Duration.ofDays(90)));
    }

    @Test
    void a_payment_heard_of_after_its_days_have_passed_opens_an_expired_one() {
        Extended opened =
                Subscription.open(
                        ID, BUYER, bought(1, 30, NOON, SMALL), NOON.plus(Duration.ofDays(31)));

        assertThat(opened.subscription().status()).isEqualTo(SubscriptionStatus.EXPIRED);
    }

    @Test
    void what_the_latest_purchase_grants_replaces_what_was_granted() {
        Subscription extended =
                open(30, NOON).extend(bought(2, 30, NOON, LARGE), NOON).subscription();

        assertThat(extended.service().entitlement()).isEqualTo(LARGE);
        assertThat(extended.snapshot().entitlement()).isEqualTo(LARGE);
        assertThat(extended.service().startedAt()).isEqualTo(NOON);
    }

    @Test
    void a_day_is_24_hours_whatever_the_calendar_says() {
        Instant beforeSummerTime = Instant.parse("2026-03-28T23:30:00Z");

        assertThat(open(365, beforeSummerTime).expireAt())
                .isEqualTo(Instant.parse("2027-03-28T23:30:00Z"));
        assertThat(open(30, Instant.parse("2028-02-15T00:00:00Z")).expireAt())
                .isEqualTo(Instant.parse("2028-03-16T00:00:00Z"));
    }

    @Test
    void it_ends_at_its_end_and_not_before() {
        Subscription.Active active = (Subscription.Active) open(30, NOON);
        Instant end = active.expireAt();

        assertThat(active.expire(end.minusNanos(1))).isEqualTo(new Subscription.Expiry.NotYet(end));
        assertThat(active.expire(end))
                .isInstanceOfSatisfying(
                        Subscription.Expiry.Ended.class,
                        ended -> assertThat(ended.subscription().expireAt()).isEqualTo(end));
    }

    @Test
    void days_outside_a_term_are_refused() {
        assertThatThrownBy(() -> bought(1, 0, NOON, SMALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bought(1, Purchase.DAYS_MAX + 1, NOON, SMALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Subscription open(int days, Instant paidAt) {
        return Subscription.open(ID, BUYER, bought(1, days, paidAt, SMALL), paidAt).subscription();
    }

    private static Subscription expired(Subscription subscription, Instant now) {
        return switch (((Subscription.Active) subscription).expire(now)) {
            case Subscription.Expiry.Ended(var ended) -> ended;
            case Subscription.Expiry.NotYet(var end) -> throw new AssertionError("ends " + end);
        };
    }

    private static Purchase bought(long order, int days, Instant paidAt, Entitlement granted) {
        return new Purchase(
                new OrderId(new UUID(4, order)),
                PLAN,
                Map.of("en", "Basic"),
                Worth.of(days, new Money(19_900, Asset.RUB)),
                granted,
                paidAt);
    }
}
