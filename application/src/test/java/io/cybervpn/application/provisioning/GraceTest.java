package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.GraceDue;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A small service after an end and after a limit, and all of the plan again once it is paid. */
class GraceTest {
    private static final long GIFT = 300L << 20;
    private static final Instant END = Purchases.NOON.plus(Duration.ofDays(30));

    private final ProvisioningWorld world = new ProvisioningWorld();
    private final KeepUsage keepUsage =
            new KeepUsage(
                    world.unitOfWork,
                    world.meters,
                    world.outbox,
                    new UsageSettings(31),
                    world.clock);
    private final AccountId buyer = Purchases.buyer();

    private void policy(GraceService service) {
        DunningPolicy policy =
                new DunningPolicy(
                        List.of(), 0, List.of(), 3, Optional.empty(), Optional.of(service));
        boolean stored =
                world.unitOfWork
                        .run(
                                () ->
                                        world.policies.put(
                                                new ScopedPolicy(
                                                        new Scope.OfCustomer(buyer), policy, 1),
                                                world.clock.instant()))
                        .await()
                        .indefinitely();
        assertThat(stored).isTrue();
    }

    private AccessId granted() {
        AccessId id = world.bought(buyer);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        return id;
    }

    /** As the renewals promise it while the end is to come. */
    private void promised(AccessId id, DunningPolicy policy) {
        Cycle cycle =
                Cycle.plan(
                        new CycleId(UUID.randomUUID()),
                        new PeriodKey(new SubscriptionId(id.value()), END),
                        buyer,
                        policy,
                        world.clock.instant());
        assertThat(world.unitOfWork.run(() -> world.cycles.add(cycle)).await().indefinitely())
                .isTrue();
    }

    private AccessId grantedWithGraceAfterEnd() {
        policy(new GraceService(GIFT, List.of("Cyber"), true, 0));
        AccessId id = granted();
        promised(id, new DunningPolicy(List.of(), 0, List.of(), 3, Optional.empty()));
        return id;
    }

    private void used(AccessId id, long bytes) {
        assertThat(world.reconcile().taken()).as("all that is due").isLessThan(10);
        world.panel.use(id, bytes);
        assertThat(world.sweep()).isInstanceOf(SweepPanel.Result.Swept.class);
        assertThat(keepUsage.execute().await().indefinitely().counted()).isEqualTo(1);
    }

    private void due(AccessId id) {
        world.graceDue
                .handle(
                        new GraceDue(
                                new SubscriptionId(id.value()), buyer, END, world.clock.instant()))
                .await()
                .indefinitely();
    }

    private void thresholdsHeard() {
        world.outbox
                .events(TrafficThresholdReached.class)
                .forEach(event -> world.usedUp.handle(event).await().indefinitely());
    }

    private int graces() {
        return looked(world.endGraces, EndGraces.Place.START, 10).looked();
    }

    private static EndGraces.Result looked(EndGraces endGraces, EndGraces.Place from, int limit) {
        return endGraces.execute(new EndGraces.Command(from, limit)).await().indefinitely();
    }

    private AccessSpec wish(AccessId id) {
        return world.access(id).desire().spec();
    }

    private long traffic(AccessId id) {
        return ((Limit.Of) wish(id).entitlement().trafficBytes()).amount();
    }

    private void pays(AccessId id) {
        AccessId same =
                world.desired(world.paid(buyer, Optional.of(new SubscriptionId(id.value()))));
        assertThat(same).isEqualTo(id);
    }

    private void until(Instant moment) {
        world.clock.advance(Duration.between(world.clock.instant(), moment));
    }

    @Test
    void after_the_end_a_little_is_given_elsewhere_and_a_payment_gives_all_back() {
        AccessId id = grantedWithGraceAfterEnd();
        Entitlement whole = wish(id).entitlement();
        used(id, 7_000);
        until(END.plusSeconds(1));

        due(id);
        due(id);

        assertThat(wish(id))
                .isEqualTo(
                        new AccessSpec(
                                true,
                                END.plus(Duration.ofDays(3)),
                                whole.within(Limit.of(7_000 + GIFT), List.of("Cyber"))));
        assertThat(world.outbox.events(GraceBegan.class))
                .containsExactly(
                        new GraceBegan(
                                id,
                                buyer,
                                GraceReason.END,
                                END.plus(Duration.ofDays(3)),
                                GIFT,
                                world.clock.instant()));
        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(world.panel.state(id).orElseThrow().serverGroups()).containsExactly("Cyber");

        pays(id);
        assertThat(wish(id).entitlement()).isEqualTo(whole);
        assertThat(wish(id).enabled()).isTrue();
        assertThat(graces()).isZero();
        due(id);
        assertThat(wish(id).entitlement()).isEqualTo(whole);
        assertThat(world.outbox.events(GraceBegan.class)).hasSize(1);
    }

    @Test
    void a_reset_in_the_grace_gives_nothing_on_top() {
        AccessId id = grantedWithGraceAfterEnd();
        used(id, 7_000);
        until(END.plusSeconds(1));
        due(id);
        used(id, 8_000);
        used(id, 0);

        assertThat(graces()).isEqualTo(1);
        assertThat(traffic(id)).isEqualTo(GIFT - 1_000);
        assertThat(graces()).isZero();
    }

    @Test
    void when_it_has_lasted_it_is_over_and_nothing_is_told_of_its_traffic() {
        AccessId id = grantedWithGraceAfterEnd();
        until(END.plusSeconds(1));
        due(id);
        used(id, GIFT);
        until(END.plus(Duration.ofDays(3)));

        assertThat(graces()).isEqualTo(1);
        assertThat(graces()).isZero();
        assertThat(wish(id).usableAt(world.clock.instant())).isFalse();
        assertThat(world.outbox.events(TrafficThresholdReached.class)).isEmpty();
    }

    @Test
    void after_a_limit_it_is_given_once_in_a_period_and_on_top_of_the_limit() {
        policy(new GraceService(GIFT, List.of(), false, 24));
        AccessId id = granted();
        Entitlement whole = wish(id).entitlement();
        long limit = traffic(id);
        used(id, limit);

        thresholdsHeard();
        thresholdsHeard();

        assertThat(wish(id).entitlement())
                .isEqualTo(whole.within(Limit.of(limit + GIFT), whole.serverGroups()));
        assertThat(wish(id).expireAt()).isEqualTo(END.plus(Duration.ofDays(3)));
        assertThat(world.outbox.events(GraceBegan.class)).hasSize(1);
        used(id, limit + GIFT);
        assertThat(world.outbox.events(TrafficThresholdReached.class)).hasSize(1);

        world.clock.advance(Duration.ofHours(24));
        assertThat(graces()).isEqualTo(1);
        assertThat(wish(id).entitlement()).isEqualTo(whole);
        thresholdsHeard();
        used(id, limit + GIFT + 1);
        thresholdsHeard();
        assertThat(wish(id).entitlement()).isEqualTo(whole);
        assertThat(world.outbox.events(GraceBegan.class)).hasSize(1);
    }

    @Test
    void a_new_period_ends_it_and_a_purchase_does() {
        policy(new GraceService(GIFT, List.of(), false, 720));
        AccessId id = granted();
        Entitlement whole = wish(id).entitlement();
        used(id, traffic(id));
        thresholdsHeard();
        assertThat(wish(id).entitlement()).isNotEqualTo(whole);

        pays(id);
        assertThat(wish(id).entitlement()).isEqualTo(whole);

        used(id, 0);
        used(id, traffic(id));
        thresholdsHeard();
        assertThat(wish(id).entitlement()).isNotEqualTo(whole);
        assertThat(world.outbox.events(GraceBegan.class)).hasSize(2);
        used(id, 1);
        assertThat(graces()).isEqualTo(1);
        assertThat(wish(id).entitlement()).isEqualTo(whole);
    }

    @Test
    void what_stays_due_is_looked_at_once_in_a_run() {
        InMemoryGraces stuck = new InMemoryGraces(world.unitOfWork, world.accesses, world.meters);
        for (int i = 0; i < 4; i++) {
            AccessId id = world.bought(buyer);
            Grace over =
                    new Grace(
                            GraceReason.LIMIT,
                            END,
                            1,
                            world.clock.instant(),
                            world.clock.instant(),
                            GIFT,
                            List.of(),
                            0,
                            Limit.of(100),
                            Optional.empty());
            world.unitOfWork.run(() -> stuck.put(id, over)).await().indefinitely();
        }
        EndGraces endGraces =
                new EndGraces(world.unitOfWork, stuck, world.wishes, world.upkeep, world.clock);

        EndGraces.Result first = looked(endGraces, EndGraces.Place.START, 2);
        EndGraces.Result second = looked(endGraces, first.last(), 2);
        assertThat(first.looked()).isEqualTo(2);
        assertThat(second.looked()).isEqualTo(2);
        assertThat(looked(endGraces, second.last(), 2).looked()).isZero();
        assertThat(looked(endGraces, EndGraces.Place.START, 10).looked())
                .as("the next run")
                .isEqualTo(4);
    }

    @Test
    void without_the_setting_nothing_is_given() {
        AccessId plain = granted();
        long limit = traffic(plain);
        used(plain, limit);
        thresholdsHeard();
        assertThat(traffic(plain)).isEqualTo(limit);
        assertThat(world.outbox.events(GraceBegan.class)).isEmpty();
    }
}
