package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A subscription whose end somebody else keeps, such as an app store. */
class FollowedSubscriptionTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(30));
    private static final Instant BEFORE = NOON.minusSeconds(1);

    private static Service service(int devices) {
        return new Service(
                new SubscriptionId(new UUID(1, 1)),
                new AccountId(new UUID(2, 2)),
                new PlanId(new UUID(3, 3)),
                Map.of("en", "Pro"),
                new Entitlement(
                        Limit.of(100), TrafficReset.MONTH, Limit.of(devices), List.of("Basic")),
                NOON);
    }

    private static Subscription opened(Instant end) {
        return Subscription.openUntil(service(2), end, NOON).subscription();
    }

    @Test
    void it_opens_until_the_end_that_is_told_or_expired_when_that_is_past() {
        assertThat(opened(LATER)).isEqualTo(new Subscription.Active(service(2), LATER));
        assertThat(opened(BEFORE)).isEqualTo(new Subscription.Expired(service(2), BEFORE));
        assertThat(Subscription.openUntil(service(2), LATER, NOON).events()).isNotEmpty();
    }

    @Test
    void more_time_is_granted_by_the_terms_as_they_are_now_and_less_by_those_it_had() {
        Instant end = LATER.plus(Duration.ofDays(30));
        assertThat(opened(LATER).follow(service(5), end, NOON).subscription())
                .isEqualTo(new Subscription.Active(service(5), end));
        assertThat(opened(LATER).follow(service(5), LATER.minusSeconds(1), NOON).subscription())
                .isEqualTo(new Subscription.Active(service(2), LATER.minusSeconds(1)));
        assertThat(opened(LATER).follow(service(5), LATER, NOON).subscription().service())
                .isEqualTo(service(2));
    }

    @Test
    void an_expired_one_comes_back_and_one_that_was_taken_away_does_not() {
        assertThat(opened(BEFORE).follow(service(5), LATER, NOON).subscription())
                .isEqualTo(new Subscription.Active(service(5), LATER));
        Subscription.Terminated gone = opened(LATER).terminate();
        Subscription.Moved moved = gone.follow(service(5), LATER.plusSeconds(9), NOON);
        assertThat(moved.subscription())
                .isEqualTo(new Subscription.Terminated(service(2), LATER.plusSeconds(9)));
        assertThat(moved.events()).isEmpty();
        assertThat(gone.event(NOON))
                .isEqualTo(new SubscriptionTerminated(service(2).id(), service(2).account(), NOON));
    }

    @Test
    void a_fraction_is_exact_short_and_of_something() {
        Fraction half = Fraction.of(2).over(Fraction.of(4));
        assertThat(half).isEqualTo(Fraction.of(1).over(Fraction.of(2)));
        assertThat(half.floor()).isZero();
        assertThat(half.ceil()).isOne();
        Fraction less = Fraction.of(-1).over(Fraction.of(2));
        assertThat(less.floor()).isEqualTo(-1);
        assertThat(less.ceil()).isZero();
        assertThat(Fraction.of(-4).over(Fraction.of(2)).floor()).isEqualTo(-2);
        assertThat(Fraction.of(1).over(Fraction.of(-2))).isEqualTo(less);
        assertThat(half.max(less)).isEqualTo(half);
        assertThat(less.max(half)).isEqualTo(half);
        assertThatThrownBy(() -> half.over(Fraction.of(0))).isInstanceOf(ArithmeticException.class);
    }
}
