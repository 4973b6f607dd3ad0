package io.cybervpn.application.server.port;

import io.cybervpn.application.server.NodeConfig;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** How panels configured their nodes. */
public interface PanelConfigs {
    /** Of one node, by the panel's reference. */
    record OfNode(String node, NodeConfig config) {}

    /**
     * Of all nodes of a panel. Never called in a unit of work; fails as {@link PanelNodes#nodes}
     * does.
     */
    Uni<List<OfNode>> configs(String panel);
}
