package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R113, R115: what is sent, and that 0 is sent for nothing but unlimited. */
class UserChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:30:00Z");
    private static final String END = "2027-12-31T23:59:59Z";
    private static final Entitlement RECORDED =
            new Entitlement(
                    Limit.of(107_374_182_400L),
                    TrafficReset.MONTH,
                    Limit.of(3),
                    List.of("Premium"));
    private static final Entitlement UNLIMITED =
            new Entitlement(
                    Limit.unlimited(),
                    TrafficReset.NO_RESET,
                    Limit.unlimited(),
                    List.of("Premium"));

    private static UserJson user(String sample) throws JsonProcessingException {
        return Recorded.JSON.readValue(Recorded.answer(sample), UserJson.Answer.class).response();
    }

    private static UserChanges towards(Instant end, Entitlement entitlement) {
        return new UserChanges(new AccessSpec(true, end, entitlement), List.of("u-1"), NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3/users-get-by-username", "v2/users-get-by-username"})
    void a_user_that_is_as_desired_is_left_alone(String sample) throws JsonProcessingException {
        UserJson user = user(sample);

        assertThat(towards(Instant.parse(END), RECORDED).changes(user)).isEmpty();
        assertThat(user.user(PanelId.CONFIGURED).subscriptionUrl())
                .startsWith("https://sub.example.test/");
        assertThat(user.toString()).doesNotContain(user.shortUuid());
    }

    @Test
    void the_reference_is_a_uuid_on_2x_and_a_number_on_3x() throws JsonProcessingException {
        assertThat(user("v2/users-get-by-username").user(PanelId.CONFIGURED).ref())
                .isEqualTo("286f3cd9-64d0-401f-92c3-a7cdcf25c5e2");
        assertThat(user("v3/users-get-by-username").user(PanelId.CONFIGURED).ref()).isEqualTo("2");
    }

    @Test
    void a_renewal_sends_the_new_end_and_nothing_else() throws JsonProcessingException {
        Instant later = Instant.parse("2028-12-31T23:59:59Z");

        assertThat(towards(later, RECORDED).changes(user("v3/users-get-by-username")))
                .singleElement()
                .hasToString("{\"username\":\"alice_01\",\"expireAt\":\"2028-12-31T23:59:59Z\"}");
    }

    @Test
    void a_creation_says_everything() {
        assertThat(towards(Instant.parse(END), RECORDED).creation("cv_x").toString())
                .isEqualTo(
                        "{\"username\":\"cv_x\",\"expireAt\":\"2027-12-31T23:59:59Z\","
                                + "\"trafficLimitBytes\":107374182400,"
                                + "\"trafficLimitStrategy\":\"MONTH\",\"hwidDeviceLimit\":3,"
                                + "\"activeInternalSquads\":[\"u-1\"]}");
    }

    @Test
    void zero_is_what_unlimited_becomes_and_nothing_else() throws JsonProcessingException {
        ObjectNode created = towards(Instant.parse(END), UNLIMITED).creation("cv_x");
        ObjectNode changed =
                towards(Instant.parse(END), UNLIMITED)
                        .changes(user("v3/users-get-by-username"))
                        .getFirst();

        for (ObjectNode body : List.of(created, changed)) {
            assertThat(body.path("trafficLimitBytes").asLong(-1)).isZero();
            assertThat(body.path("hwidDeviceLimit").asLong(-1)).isZero();
        }
        ObjectNode least =
                towards(
                                Instant.parse(END),
                                new Entitlement(
                                        Limit.of(1),
                                        TrafficReset.DAY,
                                        Limit.of(1),
                                        List.of("Premium")))
                        .creation("cv_x");
        assertThat(least.path("trafficLimitBytes").asLong()).isEqualTo(1);
        assertThat(least.path("hwidDeviceLimit").asLong()).isEqualTo(1);
    }

    @Test
    void a_limit_that_the_panel_would_round_is_refused() {
        Entitlement huge =
                new Entitlement(
                        Limit.of(Long.MAX_VALUE),
                        TrafficReset.DAY,
                        Limit.of(1),
                        List.of("Premium"));

        assertThatThrownBy(() -> towards(Instant.parse(END), huge).creation("cv_x"))
                .isInstanceOf(PanelRefused.class);
    }

    @Test
    void an_expired_user_is_revived_by_his_end_alone() throws JsonProcessingException {
        UserJson expired = user("v3/users-get-expired");
        assertThat(expired.isExpired()).isTrue();

        List<ObjectNode> bodies = towards(Instant.parse(END), RECORDED).changes(expired);

        assertThat(bodies)
                .singleElement()
                .satisfies(body -> assertThat(body.has("status")).isFalse());
        assertThat(bodies.getFirst().path("expireAt").asText()).isEqualTo(END);
    }

    @Test
    void an_expired_user_who_is_to_be_off_is_told_so_apart_from_his_end()
            throws JsonProcessingException {
        UserJson expired = user("v3/users-get-expired");
        AccessSpec off = new AccessSpec(false, Instant.parse(END), RECORDED);

        List<ObjectNode> bodies = new UserChanges(off, List.of("u-1"), NOW).changes(expired);

        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst().has("status")).isFalse();
        assertThat(bodies.getLast().toString())
                .isEqualTo("{\"username\":\"exp-1\",\"status\":\"DISABLED\"}");
    }

    @Test
    void a_past_end_is_never_sent_to_a_user_that_exists() throws JsonProcessingException {
        List<ObjectNode> bodies =
                towards(NOW.minusSeconds(1), RECORDED).changes(user("v3/users-get-by-username"));

        assertThat(bodies)
                .singleElement()
                .hasToString("{\"username\":\"alice_01\",\"status\":\"DISABLED\"}");
    }
}
