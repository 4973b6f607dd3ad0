package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Placement.Candidate;
import io.cybervpn.domain.shared.Limit;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A panel for each access: the same facts, the same panel. */
class PlacementTest {
    private static final List<String> BASIC = List.of("Basic");

    private static Candidate panel(
            int number, long users, Panel.Placing placing, PanelMode mode, boolean healthy) {
        PanelId id = new PanelId(new UUID(0, number));
        URI address = URI.create("https://panel.example");
        return new Candidate(
                new Panel(
                        id,
                        "p" + number,
                        PanelKind.REMNAWAVE,
                        Optional.of(address),
                        placing,
                        mode,
                        10,
                        1),
                users,
                healthy);
    }

    private static Panel.Placing placing(int weight, Limit most, String region, String... groups) {
        Map<String, String> offered = new HashMap<>();
        List.of(groups).forEach(group -> offered.put(group, ""));
        return new Panel.Placing(region, weight, most, offered);
    }

    private static Candidate usual(int number, long users) {
        return panel(number, users, placing(100, Limit.unlimited(), ""), PanelMode.ACTIVE, true);
    }

    private static long chosen(Candidate... candidates) {
        return Placement.choose(List.of(candidates), BASIC, Optional.empty())
                .orElseThrow()
                .value()
                .getLeastSignificantBits();
    }

    @Test
    void the_least_loaded_for_its_weight_takes_it() {
        Candidate strong =
                panel(1, 299, placing(300, Limit.unlimited(), ""), PanelMode.ACTIVE, true);

        assertThat(chosen(usual(2, 100), strong)).isEqualTo(1);
        assertThat(chosen(usual(2, 99), strong)).isEqualTo(2);
    }

    @Test
    void of_equals_the_first_whatever_their_order() {
        assertThat(chosen(usual(2, 5), usual(1, 5))).isEqualTo(1);
        assertThat(chosen(usual(1, 5), usual(2, 5))).isEqualTo(1);
    }

    @Test
    void who_lacks_a_group_is_draining_or_off_takes_nobody() {
        Candidate other =
                panel(1, 0, placing(1, Limit.unlimited(), "", "Pro"), PanelMode.ACTIVE, true);
        Panel.Placing any = placing(1, Limit.unlimited(), "");
        Candidate draining = panel(2, 0, any, PanelMode.DRAINING, true);
        Candidate off = panel(3, 0, any, PanelMode.OFF, true);

        assertThat(chosen(other, draining, off, usual(4, 1_000))).isEqualTo(4);
        assertThat(Placement.choose(List.of(other, draining, off), BASIC, Optional.empty()))
                .isEmpty();
    }

    @Test
    void who_does_not_answer_or_is_full_is_the_last_resort() {
        Panel.Placing few = placing(100, Limit.of(10), "");
        Candidate full = panel(1, 10, few, PanelMode.ACTIVE, true);
        Candidate room = panel(2, 9, few, PanelMode.ACTIVE, true);
        Candidate down = panel(3, 0, placing(100, Limit.unlimited(), ""), PanelMode.ACTIVE, false);

        assertThat(chosen(full, down, room)).isEqualTo(2);
        assertThat(chosen(full, down)).isEqualTo(1);
        assertThat(chosen(down)).isEqualTo(3);
    }

    @Test
    void who_leaves_a_panel_stays_in_its_region_where_he_can() {
        Candidate near =
                panel(1, 900, placing(100, Limit.unlimited(), "eu"), PanelMode.ACTIVE, true);
        Candidate far = panel(2, 0, placing(100, Limit.unlimited(), "us"), PanelMode.ACTIVE, true);

        assertThat(Placement.choose(List.of(far, near), BASIC, Optional.of("eu")))
                .contains(near.panel().id());
        assertThat(Placement.choose(List.of(far, near), BASIC, Optional.of("asia")))
                .contains(far.panel().id());
    }
}
