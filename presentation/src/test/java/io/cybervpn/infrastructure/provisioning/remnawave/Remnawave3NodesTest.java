package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.sandbox.SandboxSettings;
import io.quarkus.test.junit.QuarkusTest;

/** R117, R118: the nodes of a panel of 3.x. */
@QuarkusTest
class Remnawave3NodesTest extends RemnawaveNodesContract {
    @Override
    String version() {
        return SandboxSettings.PANEL_3;
    }
}
