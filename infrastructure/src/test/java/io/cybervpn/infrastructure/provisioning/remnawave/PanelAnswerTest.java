package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers are worth another try. */
class PanelAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "500, A018, refused",
        "500, A039, refused",
        "500, A089, refused",
        "400, A019, refused",
        "400, '', refused",
        "409, A120, refused",
        "404, A063, refused",
        "500, A001, unavailable",
        "500, '', unavailable",
        "502, '', unavailable",
        "503, E500, unavailable",
        "401, '', unavailable",
        "403, E000, unavailable",
        "429, '', unavailable",
        "404, '', unavailable",
        "302, '', unavailable"
    })
    void an_answer_means(int status, String code, String meaning) {
        Throwable failure = PanelClient.meaning(new PanelAnswer(status, code, "why", Set.of()));

        assertThat(failure)
                .isInstanceOf(
                        meaning.equals("refused") ? PanelRefused.class : PanelUnavailable.class)
                .hasMessageContaining(Integer.toString(status))
                .hasMessageContaining("why");
    }

    /** What is wrong besides the end does not heal by waiting. */
    @Test
    void an_end_that_has_passed_is_worth_another_try_and_a_wrong_field_is_not() {
        assertThat(PanelClient.meaning(new PanelAnswer(400, "", "late", Set.of("expireAt"))))
                .isInstanceOf(PanelUnavailable.class);
        assertThat(PanelClient.meaning(new PanelAnswer(400, "", "odd", Set.of("expireAt", "tag"))))
                .isInstanceOf(PanelRefused.class);
    }

    @Test
    void an_unknown_user_is_told_from_an_unknown_route() {
        assertThat(new PanelAnswer(404, "A063", "", Set.of()).isUserUnknown()).isTrue();
        assertThat(new PanelAnswer(404, "A025", "", Set.of()).isUserUnknown()).isTrue();
        assertThat(new PanelAnswer(404, "", "Cannot GET", Set.of()).isUserUnknown()).isFalse();
        assertThat(new PanelAnswer(404, "", "Cannot GET", Set.of()).isRouteUnknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3.3.2, true", "3.0.0, true", "2.8.1, true", "2.7.4, false", "2.0.0, false"})
    void users_are_streamed_from_2_8_on(String version, boolean streams) {
        assertThat(Versions.Version.of(version).streamsUsers()).isEqualTo(streams);
    }

    @Test
    void a_panel_that_hides_its_version_is_listed_and_a_strange_one_is_new() {
        assertThat(Versions.Version.SILENT.streamsUsers()).isFalse();
        assertThat(Versions.Version.of("dev").streamsUsers()).isTrue();
    }
}
