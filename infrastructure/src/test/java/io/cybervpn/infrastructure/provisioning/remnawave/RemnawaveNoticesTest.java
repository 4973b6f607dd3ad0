package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelNotices.Notice;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
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
    void each_recorded_push_is_what_the_table_says(Recorded.Push push) {
        String event = push.file().replace(".json", "");
        String body = push.text().replace("alice_01", PanelUsername.of(OURS).text());
        String node = node(push);

        Notice notice = notices.read(body);

        String name = body.equals(push.text()) ? username(push) : "";
        assertThat(notice).isEqualTo(expected(event, name, node));
        assertThat(metrics.get("cybervpn.panel.notices").tag("event", event).counters()).hasSize(1);
    }

    private static String node(Recorded.Push push) {
        return data(push).path("uuid").asText("");
    }

    private static String username(Recorded.Push push) {
        JsonNode data = data(push);
        return (data.has("user") ? data.path("user") : data).path("username").asText("");
    }

    private static JsonNode data(Recorded.Push push) {
        try {
            return Recorded.JSON.readTree(push.text()).path("data");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * By the facts, not by the table that is tested.
     *
     * @param stranger name of a user who is not ours; empty for one of ours
     */
    private static Notice expected(String event, String stranger, String node) {
        return switch (event.substring(0, event.indexOf('.'))) {
            case "user", "user_hwid_devices" ->
                    stranger.isEmpty()
                            ? new Notice.AboutAccess(event, OURS)
                            : new Notice.AboutStranger(event, stranger);
            case "node" -> new Notice.AboutNode(event, node);
            case "service" ->
                    event.contains("failed") || event.contains("token")
                            ? new Notice.ForStaff(event, Optional.empty())
                            : new Notice.OfNoInterest(event);
            case String _ -> throw new IllegalStateException("no sample was of " + event);
        };
    }

    @Test
    void all_38_events_of_3x_and_the_4_old_names_are_known() {
        assertThat(PanelEvents.known()).hasSize(38 + 4);
        PanelEvents.known()
                .forEach(
                        (event, treatment) ->
                                assertThat(notices.read(about(event)))
                                        .as(event)
                                        .isInstanceOf(kind(treatment)));
        assertThat(metrics.find("cybervpn.panel.notices").tag("event", "unknown").counter())
                .isNull();
    }

    private static String about(String event) {
        String user = "{\"username\":\"" + PanelUsername.of(OURS).text() + "\"}";
        String data =
                switch (event.substring(0, event.indexOf('.'))) {
                    case "user" -> user;
                    case "user_hwid_devices" ->
                            "{\"hwidUserDevice\":{\"hwid\":\"x\"},\"user\":" + user + "}";
                    case "node" -> "{\"uuid\":\"" + UUID.randomUUID() + "\"}";
                    case "torrent_blocker" -> "{\"node\":{},\"user\":" + user + ",\"report\":{}}";
                    case String _ -> "{\"description\":\"x\"}";
                };
        String scope = event.substring(0, event.indexOf('.'));
        return "{\"scope\":\"%s\",\"event\":\"%s\",\"data\":%s}".formatted(scope, event, data);
    }

    private static Class<? extends Notice> kind(PanelEvents.Treatment treatment) {
        return switch (treatment) {
            case ACCESS -> Notice.AboutAccess.class;
            case NODE -> Notice.AboutNode.class;
            case STAFF -> Notice.ForStaff.class;
            case NOTE -> Notice.OfNoInterest.class;
        };
    }

    @Test
    void a_report_about_a_user_of_ours_names_his_access_to_staff() {
        assertThat(notices.read(about("torrent_blocker.report")))
                .isEqualTo(new Notice.ForStaff("torrent_blocker.report", Optional.of(OURS)));
    }

    @Test
    void a_new_event_about_a_user_of_ours_is_a_hint_too() {
        assertThat(notices.read(about("user.moved_to_the_moon")))
                .isEqualTo(new Notice.AboutAccess("user.moved_to_the_moon", OURS));
        assertThat(notices.read("{\"scope\":\"node\",\"event\":\"node.deleted\",\"data\":{}}"))
                .isEqualTo(new Notice.OfNoInterest("node.deleted"));
    }

    @Test
    void the_password_of_a_failed_login_goes_nowhere() {
        Recorded.Push push = Recorded.push("service.login_attempt_failed");

        assertThat(push.text()).contains("\"password\":\"wrong\"");
        assertThat(notices.read(push.text()).toString()).doesNotContain("wrong");
    }

    @Test
    void a_user_of_somebody_else_may_be_one_who_was_taken_over_and_is_not_named_in_a_log() {
        Notice notice = notices.read(Recorded.push("user.modified").text());

        assertThat(notice).isEqualTo(new Notice.AboutStranger("user.modified", "alice_01"));
        assertThat(notice.toString()).doesNotContain("alice_01");
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
