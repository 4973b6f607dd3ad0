package io.cybervpn.infrastructure.provisioning.remnawave;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.server.NodeConfig;
import io.cybervpn.application.server.NodeConfig.Inbound;
import io.cybervpn.application.server.PanelNodesContract;
import io.cybervpn.application.server.port.NodeTraffic.NodeDay;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.sandbox.http.Fault;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes of a real panel's contract over HTTP. */
abstract class RemnawaveNodesContract extends PanelNodesContract {
    @Inject ObjectMapper json;

    private PanelAtHand hand;

    abstract String version();

    @BeforeEach
    void start() {
        hand = new PanelAtHand(version(), json);
    }

    @AfterEach
    void stop() {
        hand.close();
    }

    @Override
    protected PanelNodes panel() {
        return hand.nodes;
    }

    @Override
    protected void connect(Node node, boolean connected) {
        hand.world().panel().node(node.name(), new JsonObject().put("isConnected", connected));
    }

    @Override
    protected void silent(boolean now) {
        if (now) {
            hand.faults().add(Fault.of(Fault.Kind.ERROR, 503));
        } else {
            hand.faults().clear();
        }
    }

    @Test
    void load_versions_and_counters_are_read_where_the_panel_has_them() {
        JsonObject system =
                new JsonObject()
                        .put("info", new JsonObject().put("cpus", 4))
                        .put(
                                "stats",
                                new JsonObject().put("loadAvg", new JsonArray().add(1.0).add(2)));
        JsonObject state =
                new JsonObject()
                        .put("usersOnline", 12)
                        .put("trafficUsedBytes", 5_000_000_000_000L)
                        .put("countryCode", "XX")
                        .put("system", system)
                        .put("versions", new JsonObject().put("xray", "25.1.1").put("node", "2"));
        Node before = hand.nodes.nodes(name()).await().indefinitely().getFirst();
        hand.world().panel().node(before.name(), state);

        Node node = hand.nodes.nodes(name()).await().indefinitely().getFirst();

        assertThat(node.figures().usersOnline()).contains(12L);
        assertThat(node.figures().loadPercent()).contains(25);
        assertThat(node.figures().trafficBytes()).contains(5_000_000_000_000L);
        assertThat(node.figures().versions()).isEqualTo("xray 25.1.1, node 2");
        assertThat(node.country()).isEmpty();
    }

    @Test
    void a_node_that_is_removed_is_not_told_any_more() {
        Node node = hand.nodes.nodes(name()).await().indefinitely().getFirst();

        assertThat(hand.call("DELETE", "/api/nodes/" + node.ref(), "")).isNotNull();

        assertThat(hand.nodes.nodes(name()).await().indefinitely())
                .extracting(Node::ref)
                .doesNotContain(node.ref());
    }

    /** R182. */
    @Test
    void configurations_are_told_without_what_is_secret() {
        Node node = hand.nodes.nodes(name()).await().indefinitely().getFirst();
        NodeConfig config = config(node.ref());

        assertThat(config.settings().name()).isEqualTo(node.name());
        assertThat(config.settings().multiplier()).isEqualTo("1");
        assertThat(config.profile().name()).isNotEmpty();
        assertThat(config.profile().fingerprint()).matches("[0-9a-f]{32}");
        assertThat(config.inbounds()).isNotEmpty().isSortedAccordingTo(comparing(Inbound::tag));
        assertThat(config.inbounds())
                .filteredOn(one -> one.security().equals("reality"))
                .isNotEmpty()
                .allMatch(one -> one.fingerprint().matches("[0-9a-f]{32}"));
        assertThat(config.toString()).doesNotContainIgnoringCase("privateKey");
        assertThat(config(node.ref())).as("looked at again").isEqualTo(config);

        JsonObject change = new JsonObject().put("uuid", node.ref()).put("port", 3001);
        change.put("consumptionMultiplier", 1.5);
        assertThat(hand.call("PATCH", "/api/nodes", change.encode())).isNotNull();
        NodeConfig changed = config(node.ref());
        assertThat(changed.settings().port()).contains(3001);
        assertThat(changed.settings().multiplier()).isEqualTo("1.5");
        assertThat(changed.changesSince(config)).containsExactly("settings");
    }

    private NodeConfig config(String ref) {
        return hand.nodeConfigs.configs(name()).await().indefinitely().stream()
                .filter(one -> one.node().equals(ref))
                .findFirst()
                .orElseThrow()
                .config();
    }

    @Test
    void traffic_is_told_by_node_and_day() {
        AccessId access = Wishes.access();
        AccessSpec spec = Wishes.spec(Instant.now().plus(Duration.ofDays(3)));
        assertThat(hand.panel.bring(access, spec).await().indefinitely().ref()).isNotEmpty();
        hand.world().panel().addTraffic(PanelUsername.of(access).text(), 4_096);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String first = hand.nodes.nodes(name()).await().indefinitely().getFirst().ref();

        List<NodeDay> days =
                hand.traffic.byDay(name(), today.minusDays(1), today).await().indefinitely();

        assertThat(days)
                .containsExactlyInAnyOrder(
                        new NodeDay(first, today.minusDays(1), 0),
                        new NodeDay(first, today, 4_096));
    }
}
