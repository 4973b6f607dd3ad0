package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every panel's adapter does with nodes (R117, R118). The panel has at least one node. */
public abstract class PanelNodesContract {
    protected abstract PanelNodes panel();

    /** Cuts the connection of a node, or mends it. */
    protected abstract void connect(Node node, boolean connected);

    /** From now on the panel gives no answer, or answers again. */
    protected abstract void silent(boolean now);

    protected final String name() {
        return panel().panels().getFirst();
    }

    private List<Node> nodes() {
        return panel().nodes(name()).await().indefinitely();
    }

    private Node first() {
        return nodes().getFirst();
    }

    @Test
    protected void nodes_are_told_with_their_groups() {
        Node node = first();

        assertThat(node.ref()).isNotEmpty();
        assertThat(node.address()).isNotEmpty();
        assertThat(node.port()).contains(2999);
        assertThat(node.country()).contains("NL");
        assertThat(node.connected()).isTrue();
        assertThat(node.disabled()).isFalse();
        assertThat(node.groups()).contains("Basic").isSorted();
        assertThat(node.figures().usersOnline()).isPresent();
        assertThat(node.figures().trafficBytes()).isPresent();
    }

    @Test
    protected void a_connection_that_is_cut_is_seen() {
        connect(first(), false);
        assertThat(first().connected()).isFalse();
        connect(first(), true);
        assertThat(first().connected()).isTrue();
    }

    @Test
    protected void a_node_is_switched_off_and_on_as_often_as_one_likes() {
        String ref = first().ref();
        for (boolean on : new boolean[] {false, false, true, true}) {
            panel().turn(name(), ref, on).await().indefinitely();
            assertThat(first().disabled()).isEqualTo(!on);
        }
        panel().restart(name(), ref).await().indefinitely();
        connect(first(), true);
    }

    @Test
    protected void what_is_not_there_is_refused() {
        String unknown = "00000000-0000-4000-8000-00000000beef";

        assertThatThrownBy(() -> panel().turn(name(), unknown, true).await().indefinitely())
                .isInstanceOf(PanelRefused.class);
        assertThatThrownBy(() -> panel().restart(name(), unknown).await().indefinitely())
                .isInstanceOf(PanelRefused.class);
    }

    @Test
    protected void a_panel_without_an_answer_is_unavailable() {
        silent(true);
        try {
            assertThatThrownBy(this::nodes).isInstanceOf(PanelUnavailable.class);
        } finally {
            silent(false);
        }
        assertThat(nodes()).isNotEmpty();
    }
}
