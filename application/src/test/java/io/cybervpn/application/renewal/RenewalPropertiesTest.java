package io.cybervpn.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.model.Subscription;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever customers, prices, schedulers and crashes do: no period is charged for twice, nothing is
 * taken beyond what was agreed to, and who has the money and agreed in time is served without a
 * gap.
 */
class RenewalPropertiesTest {
    enum Kind {
        WAIT,
        RUN_TWICE,
        FILL,
        AGREE,
        REVOKE,
        PRICE,
        BY_HAND,
        CRASH
    }

    record Deed(Kind kind, int amount) {}

    @Provide
    static Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()), Arbitraries.integers().between(1, 20))
                .as(Deed::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 150)
    void no_period_is_charged_for_twice(@ForAll("deeds") List<Deed> deeds) {
        RenewalWorld world = new RenewalWorld();
        SubscriptionId id = world.open();
        for (Deed deed : deeds) {
            play(world, id, deed);
        }
        world.pass(Duration.ofDays(2));

        Set<PeriodKey> charged = new HashSet<>();
        for (OrderPaid paid : world.outbox.events(OrderPaid.class)) {
            PeriodKey period = world.cycles.periodOf(paid.order()).orElseThrow();
            assertThat(charged.add(period)).as("%s is charged for once", period).isTrue();
        }
        long total =
                world.outbox.events(OrderPaid.class).stream()
                        .mapToLong(paid -> paid.total().minorUnits())
                        .sum();
        assertThat(world.shop.earned()).isEqualTo(total);
    }

    private static void play(RenewalWorld world, SubscriptionId id, Deed deed) {
        switch (deed.kind()) {
            case WAIT -> world.pass(Duration.ofDays(deed.amount()));
            case RUN_TWICE -> {
                world.tick();
                world.tick();
            }
            case FILL -> world.shop.fill(world.buyer, new Money(deed.amount() * 5_000L, Asset.RUB));
            case AGREE -> world.view(id).price().ifPresent(price -> world.agree(id, price));
            case REVOKE -> world.set(id, Optional.empty());
            case PRICE -> world.price(new Money(10_000 + deed.amount() * 1_000L, Asset.RUB));
            case BY_HAND -> world.renewByHand(id);
            case CRASH -> world.crashIfDue();
        }
    }

    @Property(tries = 60)
    void who_agreed_and_has_the_money_is_never_without_service(
            @ForAll("waits") List<Integer> hours) {
        RenewalWorld world = new RenewalWorld();
        SubscriptionId id = world.open();
        world.agree(id, RenewalWorld.PRICE);
        world.shop.fill(world.buyer, new Money(100 * 19_900L, Asset.RUB));
        for (int wait : hours) {
            world.clock.advance(Duration.ofHours(wait));
            world.crashIfDue();
            world.clock.advance(RunRenewals.PATIENCE);
            world.tick();
            Subscription now = world.only();
            assertThat(now.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        }
        assertThat(world.only().expireAt()).isAfter(world.clock.instant());
    }

    /** Whoever runs at least once in 20 hours is never late. */
    @Provide
    static Arbitrary<List<Integer>> waits() {
        return Arbitraries.integers().between(1, 20).list().ofSize(80);
    }
}
