package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelNotices.Notice;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R121–R125: each push is read as far as needed, and its secrets not at all. */
class RemnawaveNoticesTest {
    private static final AccessId OURS = new AccessId(UUID.randomUUID());

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RemnawaveNotices notices = new RemnawaveNotices(Recorded.JSON, metrics);

    static Stream<Recorded.Push> pushes() {
        return Recorded.pushes();
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void a_push_about_a_user_of_ours_names_his_access_and_no_other_does(Recorded.Push push) {
        String event = push.file().replace(".json", "");
        String body = push.text().replace("alice_01", PanelUsername.of(OURS).text());
        boolean user = event.startsWith("user.") && !body.equals(push.text());

        Notice notice = notices.read(body);

        assertThat(notice)
                .isEqualTo(
                        user
                                ? new Notice.AboutAccess(event, OURS)
                                : new Notice.OfNoInterest(event));
        assertThat(metrics.get("cybervpn.panel.notices").counters()).hasSize(1);
    }

    @Test
    void the_password_of_a_failed_login_goes_nowhere() {
        Recorded.Push push = Recorded.push("service.login_attempt_failed");

        assertThat(push.text()).contains("\"password\":\"wrong\"");
        assertThat(notices.read(push.text()).toString()).doesNotContain("wrong");
    }

    @Test
    void a_user_of_somebody_else_is_of_no_interest() {
        assertThat(notices.read(Recorded.push("user.modified").text()))
                .isEqualTo(new Notice.OfNoInterest("user.modified"));
    }

    @Test
    void unknown_events_are_counted_together_and_strange_bodies_are_unreadable() {
        assertThat(notices.read("{\"scope\":\"moon\",\"event\":\"moon.rose\"}"))
                .isEqualTo(new Notice.OfNoInterest("moon.rose"));
        assertThat(metrics.get("cybervpn.panel.notices").tag("scope", "unknown").counter().count())
                .isEqualTo(1);
        for (String body : new String[] {"", "nonsense", "[]", "{}", "{\"event\":\"A b;c\"}"}) {
            assertThat(notices.read(body)).isInstanceOf(Notice.Unreadable.class);
        }
    }
}
