package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelFigures.Figures;
import io.cybervpn.application.provisioning.port.PanelFigures.Host;
import io.cybervpn.application.provisioning.port.PanelFigures.Online;
import io.cybervpn.application.provisioning.port.PanelFigures.Users;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R119: what panels of both versions say of themselves. */
@QuarkusTest
class RemnawaveFiguresTest {
    @Inject ObjectMapper json;

    private static Figures asked(PanelAtHand hand) {
        return hand.figures.of(PanelId.CONFIGURED).await().indefinitely().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void users_traffic_and_machine_are_read(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            Figures before = asked(hand);
            AccessId access = Wishes.access();
            hand.panel
                    .bring(access, Wishes.spec(Instant.now().plus(Duration.ofDays(30))))
                    .await()
                    .indefinitely();
            hand.world().panel().addTraffic(PanelUsername.of(access).text(), 7_000);

            Figures after = asked(hand);

            assertThat(after.users().total()).isEqualTo(before.users().total() + 1);
            assertThat(after.users().active()).isEqualTo(before.users().active() + 1);
            assertThat(after.online().now()).isEqualTo(before.online().now() + 1);
            assertThat(after.lifetimeBytes()).isEqualTo(before.lifetimeBytes() + 7_000);
            assertThat(after.host().cores()).isPositive();
            assertThat(after.at()).isBetween(before.at(), Instant.now().plusSeconds(1));
        }
    }

    @Test
    void a_panel_that_is_down_is_asked_later() {
        try (PanelAtHand hand = new PanelAtHand(SandboxSettings.PANEL_3, json)) {
            hand.faults().add(Fault.of(Fault.Kind.ERROR, 502).on("GET", "/api/system/stats"));
            assertThatThrownBy(() -> asked(hand)).isInstanceOf(PanelUnavailable.class);
        }
    }

    /** The body that a panel of 3.3 gave, word for word. */
    @Test
    void a_recorded_answer_is_read_to_the_last_figure() throws Exception {
        String recorded =
                """
                {"response":{"cpu":{"cores":2},"memory":{"total":25276514304,"free":19048153088,\
                "used":6228361216},"uptime":3808.26,"timestamp":1795220800921,"users":{"statusCounts":\
                {"ACTIVE":6,"DISABLED":0,"LIMITED":0,"EXPIRED":2},"totalUsers":8},"onlineStats":\
                {"onlineNow":0,"lastDay":1,"lastWeek":1,"neverOnline":7},"nodes":{"totalOnline":0,\
                "totalBytesLifetime":"17678991360"}}}""";
        assertThat(json.readValue(recorded, SystemStatsJson.Answer.class).response().figures())
                .isEqualTo(
                        new Figures(
                                new Users(8, 6, 0, 0, 2),
                                new Online(0, 1, 1, 7),
                                0,
                                17_678_991_360L,
                                new Host(
                                        2,
                                        25_276_514_304L,
                                        6_228_361_216L,
                                        Duration.ofSeconds(3_808)),
                                Instant.ofEpochMilli(1_795_220_800_921L)));
    }
}
