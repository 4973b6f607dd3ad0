package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.PanelUsage;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Day;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R160, R161: what is used is counted by day, and told when it is much. */
class KeepUsageTest {
    private final ProvisioningWorld world = new ProvisioningWorld();
    private final InMemoryTrafficMeters meters = world.meters;
    private final KeepUsage keep =
            new KeepUsage(
                    world.unitOfWork, meters, world.outbox, new UsageSettings(31), world.clock);
    private final AtomicBoolean down = new AtomicBoolean();
    private final PanelUsage panel =
            (user, first, last) ->
                    down.get()
                            ? Uni.createFrom().failure(new PanelUnavailable("down"))
                            : Uni.createFrom()
                                    .item(List.of(new PanelUsage.NodeUsage("n", "N", "NL", 7)));
    private final ViewUsage view =
            new ViewUsage(
                    new AccessDoor(world.unitOfWork, world.own, world.accesses),
                    panel,
                    world.unitOfWork,
                    meters);
    private final AccountId buyer = Purchases.buyer();

    private AccessId granted() {
        AccessId id = world.bought(buyer);
        world.reconcile();
        return id;
    }

    private KeepUsage.Result kept() {
        return keep.execute().await().indefinitely();
    }

    private void used(AccessId id, long bytes) {
        world.panel.use(id, bytes);
        assertThat(world.sweep()).isInstanceOf(SweepPanel.Result.Swept.class);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    }

    private ViewUsage.Result viewed(AccessId id, ViewUsage.Group group, int days) {
        LocalDate today = today();
        return view.execute(
                        new ViewUsage.Query(
                                new Actor.Customer(buyer),
                                id,
                                group,
                                today.minusDays(days - 1),
                                today))
                .await()
                .indefinitely();
    }

    private UsageView usage(AccessId id, int days) {
        return ((ViewUsage.Result.Found) viewed(id, ViewUsage.Group.DAY, days)).usage();
    }

    private long limit(AccessId id) {
        Limit limit = world.access(id).desire().spec().entitlement().trafficBytes();
        return ((Limit.Of) limit).amount();
    }

    private List<TrafficThresholdReached> told() {
        return world.outbox.events(TrafficThresholdReached.class);
    }

    @Test
    void each_day_has_what_was_used_on_it_and_resets_lose_nothing() {
        AccessId id = granted();
        assertThat(kept().counted()).isEqualTo(1);
        used(id, 6_000);
        assertThat(kept()).isEqualTo(new KeepUsage.Result(1, 0));
        assertThat(kept()).isEqualTo(new KeepUsage.Result(0, 0));
        world.clock.advance(Duration.ofDays(2));
        used(id, 500);
        assertThat(kept().counted()).isEqualTo(1);

        UsageView usage = usage(id, 3);

        LocalDate today = today();
        assertThat(usage.usedBytes()).isEqualTo(500);
        assertThat(usage.parts())
                .isEqualTo(
                        new UsageView.Parts.Days(
                                List.of(
                                        new Day(today.minusDays(2), 6_000),
                                        new Day(today.minusDays(1), 0),
                                        new Day(today, 500))));
    }

    @Test
    void a_customer_hears_of_each_threshold_once() {
        AccessId id = granted();
        long limit = limit(id);
        used(id, limit / 100 * 81);
        assertThat(kept().told()).isEqualTo(1);
        used(id, limit / 100 * 84);
        assertThat(kept().told()).isZero();
        used(id, limit);
        assertThat(kept().told()).isEqualTo(1);

        assertThat(told()).extracting(TrafficThresholdReached::percent).containsExactly(80, 100);
        assertThat(told().getFirst().account()).isEqualTo(buyer);
        assertThat(told().getFirst().limitBytes()).isEqualTo(limit);

        used(id, limit / 100 * 90);
        assertThat(kept().told()).as("the panel has begun a new period").isEqualTo(1);
        assertThat(told().getLast().percent()).isEqualTo(90);
    }

    @Test
    void what_could_not_be_told_is_not_counted_either_and_comes_again() {
        AccessId id = granted();
        assertThat(kept().counted()).isEqualTo(1);
        used(id, limit(id));
        world.outbox.failFromNowOn(true);
        assertThatThrownBy(this::kept).isInstanceOf(IllegalStateException.class);
        world.outbox.failFromNowOn(false);

        assertThat(kept()).isEqualTo(new KeepUsage.Result(1, 1));
        assertThat(usage(id, 1).usedBytes()).isEqualTo(limit(id));
        UsageView.Parts.Days days = (UsageView.Parts.Days) usage(id, 1).parts();
        assertThat(days.days().getLast().bytes()).isEqualTo(limit(id));
    }

    @Test
    void who_may_not_use_it_any_more_is_not_warned() {
        AccessId id = granted();
        used(id, limit(id));
        world.clock.advance(Duration.ofDays(400));

        assertThat(kept()).isEqualTo(new KeepUsage.Result(1, 0));
        assertThat(told()).isEmpty();
    }

    @Test
    void more_than_a_batch_is_counted_at_once_and_old_days_are_forgotten() {
        List<AccessId> many = IntStream.range(0, 1_001).mapToObj(_ -> world.bought(buyer)).toList();
        while (world.reconcile().taken() > 0) {
            assertThat(many).isNotEmpty();
        }
        assertThat(kept().counted()).isEqualTo(1_001);
        assertThat(usage(many.getFirst(), 1).parts())
                .isEqualTo(new UsageView.Parts.Days(List.of(new Day(today(), 1_000))));

        world.clock.advance(Duration.ofDays(32));
        assertThat(kept().counted()).isZero();
        UsageView.Parts.Days days = (UsageView.Parts.Days) usage(many.getFirst(), 40).parts();
        assertThat(days.days()).allMatch(day -> day.bytes() == 0);
    }

    @Test
    void by_node_the_panel_is_asked_and_may_be_down_and_strangers_see_nothing() {
        AccessId id = granted();
        assertThat(((ViewUsage.Result.Found) viewed(id, ViewUsage.Group.NODE, 2)).usage().parts())
                .isInstanceOf(UsageView.Parts.Nodes.class);
        down.set(true);
        assertThat(viewed(id, ViewUsage.Group.NODE, 2)).isEqualTo(new ViewUsage.Result.NoAnswer());
        assertThat(viewed(id, ViewUsage.Group.DAY, 2)).isInstanceOf(ViewUsage.Result.Found.class);
        LocalDate today = today();
        assertThat(
                        view.execute(
                                        new ViewUsage.Query(
                                                new Actor.Customer(Purchases.buyer()),
                                                id,
                                                ViewUsage.Group.DAY,
                                                today,
                                                today))
                                .await()
                                .indefinitely())
                .isEqualTo(new ViewUsage.Result.NoSuchSubscription());
    }
}
