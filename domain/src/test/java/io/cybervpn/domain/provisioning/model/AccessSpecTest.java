package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R113, R115, R128: what the panel grants is compared with what is desired. */
class AccessSpecTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));
    private static final Instant EARLIER = NOW.minus(Duration.ofDays(1));
    private static final Entitlement PRO =
            new Entitlement(
                    Limit.of(100_000), TrafficReset.MONTH, Limit.of(3), List.of("Basic", "Pro"));

    @Test
    void a_panel_that_has_what_is_desired_does_not_differ() {
        assertThat(spec(true, LATER).differencesFrom(panel(false, LATER), NOW)).isEmpty();
    }

    @Test
    void each_wrong_value_is_a_difference_of_its_own() {
        PanelState other =
                new PanelState(
                        true,
                        LATER.plusMillis(1),
                        Limit.unlimited(),
                        Optional.of(TrafficReset.DAY),
                        Optional.of(Limit.of(4)),
                        Set.of("Pro"),
                        Optional.of(new Resources.Line(1, 1)),
                        Set.of());

        assertThat(spec(true, LATER).differencesFrom(other, NOW))
                .containsExactlyInAnyOrder(Difference.values());
    }

    @Test
    void the_panels_own_fallback_of_devices_is_never_what_we_want() {
        PanelState fallback =
                new PanelState(
                        false,
                        LATER,
                        Limit.unlimited(),
                        Optional.of(TrafficReset.NO_RESET),
                        Optional.empty(),
                        Set.of());
        Entitlement unlimited =
                new Entitlement(
                        Limit.unlimited(), TrafficReset.NO_RESET, Limit.unlimited(), List.of());

        assertThat(new AccessSpec(true, LATER, unlimited).differencesFrom(fallback, NOW))
                .containsExactly(Difference.DEVICES);
    }

    @Test
    void what_a_kind_of_panel_does_not_keep_is_no_difference() {
        Resources.Machine small = new Resources.Machine(100, 1024, 5120, 1, 2, 3);
        Resources.Machine large = new Resources.Machine(200, 1024, 5120, 1, 2, 3);
        Entitlement server =
                new Entitlement(
                        Limit.of(5), TrafficReset.DAY, Limit.of(1), List.of("minecraft"), large);
        AccessSpec spec = new AccessSpec(true, LATER, server);
        Set<String> groups = Set.of("minecraft");

        assertThat(spec.differencesFrom(PanelState.of(false, groups, large), NOW)).isEmpty();
        assertThat(spec.differencesFrom(PanelState.of(false, groups, small), NOW))
                .containsExactly(Difference.RESOURCES);
        assertThat(spec.differencesFrom(PanelState.of(true, groups, large), NOW))
                .containsExactly(Difference.SWITCH);
        assertThat(spec.differencesFrom(PanelState.of(false, groups, large), LATER))
                .containsExactly(Difference.SWITCH);
        assertThat(spec.differencesFrom(PanelState.of(true, groups, large), LATER)).isEmpty();
    }

    @Test
    void an_unknown_rule_of_reset_differs() {
        PanelState strange =
                new PanelState(
                        false,
                        LATER,
                        PRO.trafficBytes(),
                        Optional.empty(),
                        Optional.of(PRO.devices()),
                        Set.copyOf(PRO.serverGroups()));

        assertThat(spec(true, LATER).differencesFrom(strange, NOW))
                .containsExactly(Difference.RESET);
    }

    @Test
    void an_access_that_has_ended_is_as_it_should_be_whatever_the_panel_says_of_its_end() {
        assertThat(spec(true, EARLIER).differencesFrom(panel(false, EARLIER.minusSeconds(9)), NOW))
                .isEmpty();
        assertThat(spec(true, EARLIER).differencesFrom(panel(true, LATER), NOW)).isEmpty();
    }

    @Test
    void an_access_that_should_have_ended_and_runs_on_is_switched_off() {
        AccessSpec ended = spec(true, EARLIER);

        assertThat(ended.differencesFrom(panel(false, LATER), NOW))
                .containsExactly(Difference.SWITCH);
        assertThat(ended.usableAt(NOW)).isFalse();
    }

    @Test
    void a_renewal_of_an_access_that_was_switched_off_at_its_end_switches_it_on_again() {
        assertThat(spec(true, LATER).differencesFrom(panel(true, EARLIER), NOW))
                .containsExactlyInAnyOrder(Difference.SWITCH, Difference.EXPIRY);
    }

    @Test
    void an_access_that_is_taken_away_is_switched_off_and_then_as_it_should_be() {
        assertThat(spec(false, LATER).differencesFrom(panel(false, LATER), NOW))
                .containsExactly(Difference.SWITCH);
        assertThat(spec(false, LATER).differencesFrom(panel(true, LATER), NOW)).isEmpty();
    }

    @Test
    void an_end_is_cut_to_the_milliseconds_that_the_panel_keeps() {
        assertThat(spec(true, LATER.plusNanos(123_456_789)))
                .isEqualTo(spec(true, LATER.plusMillis(123)));
    }

    private static AccessSpec spec(boolean enabled, Instant expireAt) {
        return new AccessSpec(enabled, expireAt, PRO);
    }

    private static PanelState panel(boolean disabled, Instant expireAt) {
        return new PanelState(
                disabled,
                expireAt,
                PRO.trafficBytes(),
                Optional.of(PRO.reset()),
                Optional.of(PRO.devices()),
                Set.copyOf(PRO.serverGroups()));
    }
}
