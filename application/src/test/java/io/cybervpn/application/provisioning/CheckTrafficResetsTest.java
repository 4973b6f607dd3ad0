package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R162, R181: the panel resets, and what it forgets is made good once. */
class CheckTrafficResetsTest {
    private final ProvisioningWorld world = new ProvisioningWorld();
    private final InMemoryTrafficMeters meters = world.meters;
    private final InMemoryDevices panel = new InMemoryDevices(world.unitOfWork);
    private final KeepUsage keep =
            new KeepUsage(
                    world.unitOfWork, meters, world.outbox, new UsageSettings(400), world.clock);
    private final CheckTrafficResets check =
            new CheckTrafficResets(world.unitOfWork, meters, world.accesses, panel, world.clock);
    private AccessId access = Wishes.access();

    @BeforeEach
    void somebody_uses_something_this_month() {
        access = world.bought(Purchases.buyer());
        world.reconcile();
        assertThat(world.access(access).desire().spec().entitlement().reset())
                .isEqualTo(TrafficReset.MONTH);
        used(5_000);
    }

    private void used(long bytes) {
        world.panel.use(access, bytes);
        assertThat(world.sweep()).isNotNull();
        assertThat(keep.execute().await().indefinitely()).isNotNull();
    }

    private CheckTrafficResets.Result checked() {
        return check.execute().await().indefinitely();
    }

    private void nextMonth(Duration after) {
        Instant first =
                LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC)
                        .withDayOfMonth(1)
                        .plusMonths(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        world.clock.advance(Duration.between(world.clock.instant(), first.plus(after)));
    }

    @Test
    void nothing_is_missing_in_the_month_in_which_it_was_used() {
        assertThat(checked()).isEqualTo(new CheckTrafficResets.Result(0, 0));
        assertThat(panel.resets()).isZero();
    }

    @Test
    void what_the_panel_forgot_is_asked_for_after_six_hours_and_looked_at_again() {
        nextMonth(Duration.ofHours(5));
        assertThat(checked()).isEqualTo(new CheckTrafficResets.Result(0, 0));
        world.clock.advance(Duration.ofHours(1));

        assertThat(checked()).isEqualTo(new CheckTrafficResets.Result(1, 1));

        assertThat(panel.resets()).isEqualTo(1);
        assertThat(world.reconcile().taken()).isEqualTo(1);
        assertThat(checked()).as("somebody looked a moment ago").isEqualTo(none());
        used(3);
        world.clock.advance(Duration.ofHours(1));
        assertThat(checked()).as("the panel has done it").isEqualTo(none());
    }

    @Test
    void what_the_panel_did_itself_is_left_alone() {
        nextMonth(Duration.ofHours(7));
        used(70);

        assertThat(checked()).isEqualTo(none());
        assertThat(panel.resets()).isZero();
    }

    @Test
    void a_panel_without_an_answer_is_asked_again_in_an_hour() {
        nextMonth(Duration.ofHours(7));
        panel.deaf(true);
        assertThat(checked()).isEqualTo(new CheckTrafficResets.Result(1, 0));
        panel.deaf(false);
        world.clock.advance(Duration.ofHours(1));

        assertThat(checked()).isEqualTo(new CheckTrafficResets.Result(1, 1));
    }

    private static CheckTrafficResets.Result none() {
        return new CheckTrafficResets.Result(0, 0);
    }
}
