package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the customer buys and whenever he pays, no paid second is lost and none is invented. */
class StackingTest {
    private static final SubscriptionId ID = new SubscriptionId(new UUID(1, 1));
    private static final AccountId BUYER = new AccountId(new UUID(2, 2));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Entitlement ENTITLEMENT =
            new Entitlement(
                    Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(3), List.of("Default"));

    /** A purchase: so many days, paid so many seconds after the one before (or before it). */
    record Step(int days, long secondsLater) {}

    /** What happened: the subscription at last, and its history in order. */
    record Life(Subscription subscription, List<Extension> history) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> days = Arbitraries.of(1, 30, 90, 180, 365, Purchase.DAYS_MAX);
        Arbitrary<Long> later = Arbitraries.longs().between(-86_400L * 40, 86_400L * 400);
        return Combinators.combine(days, later).as(Step::new).list().ofMinSize(1).ofMaxSize(30);
    }

    @Property
    void each_purchase_moves_the_end_by_its_days_from_the_later_of_payment_and_end(
            @ForAll("steps") List<Step> steps) {
        Instant end = Instant.MIN;
        for (Extension given : live(steps).history()) {
            Instant from = given.paidAt().isAfter(end) ? given.paidAt() : end;
            assertThat(given.from()).isEqualTo(from);
            assertThat(given.to()).isEqualTo(from.plus(Duration.ofDays(given.days())));
            end = given.to();
        }
    }

    @Property
    void the_fold_of_the_history_is_the_end_in_whatever_order_it_is_read(
            @ForAll("steps") List<Step> steps, @ForAll Random random) {
        Life life = live(steps);
        List<Extension> shuffled = new ArrayList<>(life.history());
        Collections.shuffle(shuffled, random);

        assertThat(Extension.endOf(shuffled)).contains(life.subscription().expireAt());
    }

    @Property
    void stretches_never_overlap_and_sum_to_all_days_paid(@ForAll("steps") List<Step> steps) {
        List<Extension> history = live(steps).history();

        Duration served = Duration.ZERO;
        Instant end = Instant.MIN;
        for (Extension given : history) {
            assertThat(given.from()).isAfterOrEqualTo(end);
            served = served.plus(Duration.between(given.from(), given.to()));
            end = given.to();
        }
        assertThat(served).isEqualTo(Duration.ofDays(steps.stream().mapToLong(Step::days).sum()));
    }

    @Property
    void a_purchase_never_brings_the_end_nearer(@ForAll("steps") List<Step> steps) {
        Instant end = Instant.MIN;
        for (Extension given : live(steps).history()) {
            assertThat(given.to()).isAfter(end);
            end = given.to();
        }
    }

    private static Life live(List<Step> steps) {
        List<Extension> history = new ArrayList<>();
        Instant paidAt = START;
        Extended latest =
                Subscription.open(ID, BUYER, purchase(0, steps.getFirst(), paidAt), START);
        history.add(latest.extension());
        for (int i = 1; i < steps.size(); i++) {
            paidAt = paidAt.plusSeconds(steps.get(i).secondsLater());
            latest = latest.subscription().extend(purchase(i, steps.get(i), paidAt), paidAt);
            history.add(latest.extension());
        }
        return new Life(latest.subscription(), history);
    }

    private static Purchase purchase(int number, Step step, Instant paidAt) {
        return new Purchase(
                new OrderId(new UUID(4, number)),
                new PlanId(new UUID(3, 3)),
                Map.of("en", "Any"),
                Worth.of(step.days(), new Money(19_900, Asset.RUB)),
                ENTITLEMENT,
                paidAt);
    }
}
