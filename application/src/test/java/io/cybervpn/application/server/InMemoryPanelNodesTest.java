package io.cybervpn.application.server;

import io.cybervpn.application.server.port.PanelNodes;
import io.cybervpn.application.server.port.PanelNodes.Node;
import io.cybervpn.application.shared.InMemoryUnitOfWork;

class InMemoryPanelNodesTest extends PanelNodesContract {
    private final InMemoryPanelNodes panel = new InMemoryPanelNodes(new InMemoryUnitOfWork());

    InMemoryPanelNodesTest() {
        panel.add("nl");
    }

    @Override
    protected PanelNodes panel() {
        return panel;
    }

    @Override
    protected void connect(Node node, boolean connected) {
        panel.connect(node.ref(), connected);
    }

    @Override
    protected void silent(boolean now) {
        panel.silent(now);
    }
}
