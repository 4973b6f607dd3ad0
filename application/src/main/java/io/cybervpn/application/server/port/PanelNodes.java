package io.cybervpn.application.server.port;

import io.cybervpn.domain.server.NodeFigures;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The nodes of the panels. Never called in a unit of work. Every call fails with {@code
 * PanelUnavailable} (nobody knows what it did; repeat it later) or {@code PanelRefused} (the panel
 * said no, and will again).
 */
public interface PanelNodes {
    /** Which panels there are; none in a shop without one. */
    List<String> panels();

    /** All nodes of a panel, those that are switched off too, with the server groups of each. */
    Uni<List<Node>> nodes(String panel);

    /** Switches a node on or off. Repeatable. */
    Uni<Void> turn(String panel, String node, boolean on);

    /** Has a node begin anew, which breaks the connections of those who use it. */
    Uni<Void> restart(String panel, String node);

    /**
     * A node as its panel shows it.
     *
     * @param ref the panel's name of it, opaque
     * @param port of its address; empty when the panel does not say
     * @param country ISO 3166 alpha 2; empty when the panel does not know
     * @param connected whether the panel talks with it
     * @param disabled whether staff switched it off
     * @param message of the panel about its state, for staff
     * @param groups server groups that lead to it
     */
    record Node(
            String ref,
            String name,
            String address,
            Optional<Integer> port,
            Optional<String> country,
            boolean connected,
            boolean disabled,
            String message,
            List<String> groups,
            NodeFigures figures) {
        /** Copies the groups. */
        public Node {
            groups = List.copyOf(groups);
        }
    }
}
