package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelActions.Dropped;
import io.cybervpn.application.provisioning.port.PanelDevices.Device;
import io.cybervpn.application.provisioning.port.PanelPresence.Presence;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices and what is done once, at panels of both versions over real HTTP. */
@QuarkusTest
class RemnawaveDevicesTest {
    @Inject ObjectMapper json;

    private static <T> T got(Uni<T> answer) {
        return answer.await().indefinitely();
    }

    private static PanelUser brought(PanelAtHand hand, AccessId access) {
        return got(hand.panel.bring(access, Wishes.spec(Instant.now().plus(Duration.ofDays(30)))));
    }

    private static void connect(PanelAtHand hand, PanelUser user, String hwid) {
        JsonObject body =
                new JsonObject(UserRef.of(user).body().toString())
                        .put("hwid", hwid)
                        .put("platform", "iOS");
        assertThat(hand.call("POST", "/api/hwid/devices", body.put("deviceModel", "x\ny").encode()))
                .isNotNull();
    }

    private static List<Device> devices(PanelAtHand hand, PanelUser user) {
        return got(hand.devices.of(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void devices_are_listed_and_removed_and_a_repeat_is_harmless(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            PanelUser user = brought(hand, Wishes.access());
            assertThat(devices(hand, user)).isEmpty();
            connect(hand, user, "phone-0000000001");
            connect(hand, user, "tv-0000000000001");

            List<Device> both = devices(hand, user);
            assertThat(both).extracting(Device::hwid).contains("phone-0000000001");
            assertThat(both.getFirst().platform()).contains("iOS");
            assertThat(both.getFirst().model()).contains("x y");
            assertThat(both.getFirst().client()).isEmpty();
            assertThat(both.getFirst().toString()).doesNotContain("0000001");

            got(hand.devices.remove(user, "phone-0000000001"));
            got(hand.devices.remove(user, "phone-0000000001"));
            assertThat(devices(hand, user))
                    .extracting(Device::hwid)
                    .containsExactly("tv-0000000000001");
            got(hand.devices.removeAll(user));
            got(hand.devices.removeAll(user));
            assertThat(devices(hand, user)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void traffic_is_set_to_nothing_and_what_was_used_in_all_stays(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            AccessId access = Wishes.access();
            PanelUser user = brought(hand, access);
            String name = PanelUsername.of(access).text();
            hand.world().panel().addTraffic(name, 5_000);

            got(hand.actions.resetTraffic(user));
            got(hand.actions.resetTraffic(user));

            JsonObject traffic = hand.user(access).orElseThrow().getJsonObject("userTraffic");
            assertThat(traffic.getLong("usedTrafficBytes")).isZero();
            assertThat(traffic.getLong("lifetimeUsedTrafficBytes")).isEqualTo(5_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void connections_end_where_the_panel_can_end_them(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            PanelUser user = brought(hand, Wishes.access());

            connected(hand, false);
            assertThat(got(hand.actions.dropConnections(user))).isEqualTo(Dropped.NOBODY_CONNECTED);
            connected(hand, true);
            assertThat(got(hand.actions.dropConnections(user))).isEqualTo(Dropped.TOLD);
            assertThat(got(hand.actions.dropConnections(user)))
                    .as("once more")
                    .isEqualTo(Dropped.TOLD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void who_is_online_is_told_and_where(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            AccessId access = Wishes.access();
            PanelUser user = brought(hand, access);
            Presence never = got(hand.presence.of(user)).orElseThrow();
            assertThat(never.onlineAt()).isEmpty();
            assertThat(never.firstConnectedAt()).isEmpty();
            Instant before = Instant.now().minusSeconds(60);
            hand.world().panel().addTraffic(PanelUsername.of(access).text(), 1_000);
            Presence now = got(hand.presence.of(user)).orElseThrow();
            assertThat(now.onlineAt().orElseThrow()).isAfter(before);
            assertThat(now.firstConnectedAt()).isPresent();
            hand.remove(access);
            assertThatThrownBy(() -> got(hand.presence.of(user)))
                    .isInstanceOf(PanelUnavailable.class);
        }
    }

    private static void connected(PanelAtHand hand, boolean now) {
        got(hand.nodes.nodes(hand.nodes.panels().getFirst()))
                .forEach(
                        node ->
                                hand.world()
                                        .panel()
                                        .node(
                                                node.name(),
                                                new JsonObject().put("isConnected", now)));
    }

    /** As one of early 2.x, whose framework says that there is no such route. */
    @Test
    void an_older_panel_that_has_no_way_to_it_says_so() {
        try (PanelAtHand hand = new PanelAtHand(SandboxSettings.PANEL_2, json)) {
            PanelUser user = brought(hand, Wishes.access());
            hand.faults().add(Fault.of(Fault.Kind.ERROR, 404).on("POST", "/api/ip-control"));
            assertThat(got(hand.actions.dropConnections(user))).isEqualTo(Dropped.NOT_OFFERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void bad_luck_and_a_user_that_is_not_there_are_unavailable(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            AccessId access = Wishes.access();
            PanelUser user = brought(hand, access);
            connect(hand, user, "phone-0000000001");
            hand.faults().add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1));
            assertThatThrownBy(() -> got(hand.devices.remove(user, "phone-0000000001")))
                    .isInstanceOf(PanelUnavailable.class);
            assertThat(devices(hand, user)).isEmpty();
            hand.faults().add(Fault.of(Fault.Kind.LATENCY, 60_000).times(1));
            assertThatThrownBy(() -> devices(hand, user)).isInstanceOf(PanelUnavailable.class);
            hand.faults().add(Fault.of(Fault.Kind.ERROR, 502).times(1));
            assertThatThrownBy(() -> got(hand.actions.resetTraffic(user)))
                    .isInstanceOf(PanelUnavailable.class);

            hand.remove(access);
            assertThatThrownBy(() -> devices(hand, user)).isInstanceOf(PanelUnavailable.class);
            assertThatThrownBy(() -> got(hand.actions.resetTraffic(user)))
                    .isInstanceOf(PanelUnavailable.class);
        }
    }
}
