package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.PanelUsage.NodeUsage;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R160: statistics and readings of panels of both versions over real HTTP. */
@QuarkusTest
class RemnawaveUsageTest {
    @Inject ObjectMapper json;

    private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    private static PanelUser brought(PanelAtHand hand, AccessId access) {
        return hand.panel
                .bring(access, Wishes.spec(Instant.now().plus(Duration.ofDays(30))))
                .await()
                .indefinitely();
    }

    private List<NodeUsage> usage(PanelAtHand hand, PanelUser user, int days) {
        return hand.usage.byNode(user, today.minusDays(days - 1L), today).await().indefinitely();
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void a_user_has_a_line_for_each_node_and_a_second_look_within_a_minute_is_the_same(
            String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            AccessId access = Wishes.access();
            PanelUser user = brought(hand, access);
            assertThat(usage(hand, user, 3)).isEmpty();
            hand.world().panel().addTraffic(PanelUsername.of(access).text(), 7_000);

            assertThat(usage(hand, user, 3)).isEmpty();
            assertThat(usage(hand, user, 7))
                    .singleElement()
                    .satisfies(node -> assertThat(node.bytes()).isEqualTo(7_000));
            hand.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
            assertThat(usage(hand, user, 7)).hasSize(1);
            assertThatThrownBy(() -> usage(hand, user, 8)).isInstanceOf(PanelUnavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void a_reading_says_what_was_used_in_all_and_when_it_was_reset(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            AccessId access = Wishes.access();
            PanelUser user = brought(hand, access);
            assertThat(user.reading())
                    .isEqualTo(new TrafficReading(0, Optional.of(0L), Optional.empty()));
            String name = PanelUsername.of(access).text();
            hand.world().panel().addTraffic(name, 700);
            hand.actions.resetTraffic(user).await().indefinitely();
            hand.world().panel().addTraffic(name, 11);

            VpnPanel.Page page = hand.panel.users(Optional.empty(), 10).await().indefinitely();

            TrafficReading reading = page.entries().getFirst().user().reading();
            assertThat(reading.usedBytes()).isEqualTo(11);
            assertThat(reading.lifetimeBytes()).contains(711L);
            assertThat(reading.resetAt()).isPresent();
        }
    }
}
