package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.ConfigFile;
import io.cybervpn.application.provisioning.ConfigFormat;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs.Answer;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R109–R111: the formats, as both versions of the panel give them. */
@QuarkusTest
class RemnawaveConfigsTest {
    @Inject ObjectMapper json;

    private static PanelUser user(PanelAtHand hand) {
        return hand.panel
                .bring(Wishes.access(), Wishes.spec(Instant.now().plus(Duration.ofDays(30))))
                .await()
                .indefinitely();
    }

    private static Answer answer(PanelAtHand hand, PanelUser user, ConfigRequest request) {
        return hand.configs.fetch(user, request).await().indefinitely();
    }

    private static ConfigFile file(PanelAtHand hand, PanelUser user, ConfigFormat format) {
        return file(answer(hand, user, new ConfigRequest(format, "curl/8.5.0", Map.of())));
    }

    private static ConfigFile file(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).file();
    }

    private static String decoded(ConfigFile file) {
        return new String(Base64.getDecoder().decode(file.body().strip()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void each_format_is_what_its_clients_read(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            PanelUser user = user(hand);

            assertThat(decoded(file(hand, user, ConfigFormat.BASE64))).contains("vless://");
            assertThat(decoded(file(hand, user, ConfigFormat.V2RAY))).contains("vless://");
            assertThat(decoded(file(hand, user, ConfigFormat.HIDDIFY))).contains("vless://");
            ConfigFile clash = file(hand, user, ConfigFormat.CLASH);
            assertThat(clash.contentType()).startsWith("text/yaml");
            assertThat(clash.body()).contains("type: vless");
            assertThat(file(hand, user, ConfigFormat.SINGBOX).body()).contains("\"outbounds\"");
            assertThat(file(hand, user, ConfigFormat.JSON).body()).startsWith("[");
            assertThat(file(hand, user, ConfigFormat.OUTLINE).body()).startsWith("ss://");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void without_a_format_the_client_decides_and_headers_are_passed_on(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            PanelUser user = user(hand);
            ConfigFile yaml = file(answer(hand, user, byClient("mihomo/1.19.0")));
            ConfigFile plain = file(answer(hand, user, byClient("")));

            assertThat(yaml.contentType()).startsWith("text/yaml");
            assertThat(yaml.headers().get("subscription-userinfo")).contains("total=100000000000");
            assertThat(yaml.headers())
                    .containsKeys(
                            "content-disposition", "profile-title", "profile-update-interval");
            assertThat(decoded(plain)).contains("vless://");
            assertThat(plain.toString()).doesNotContain(plain.body());
        }
    }

    private static ConfigRequest byClient(String userAgent) {
        return new ConfigRequest(
                ConfigFormat.CLIENT, userAgent, Map.of("x-hwid", "device-aaaaaaaa01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxSettings.PANEL_2, SandboxSettings.PANEL_3})
    void a_dead_link_is_gone_and_a_panel_that_is_down_unavailable(String version) {
        try (PanelAtHand hand = new PanelAtHand(version, json)) {
            PanelUser user = user(hand);
            PanelUser gone = Wishes.user();
            for (ConfigFormat format : ConfigFormat.values()) {
                ConfigRequest request = new ConfigRequest(format, "curl/8.5.0", Map.of());
                assertThat(answer(hand, gone, request)).isInstanceOf(Answer.Gone.class);
            }
            hand.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));

            assertThatThrownBy(() -> answer(hand, user, byClient("mihomo/1.19.0")))
                    .isInstanceOf(PanelUnavailable.class);
        }
    }
}
