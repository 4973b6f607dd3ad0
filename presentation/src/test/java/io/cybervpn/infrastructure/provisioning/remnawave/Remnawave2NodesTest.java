package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.sandbox.SandboxSettings;
import io.quarkus.test.junit.QuarkusTest;

/** R117, R118: the nodes of a panel of 2.x. */
@QuarkusTest
class Remnawave2NodesTest extends RemnawaveNodesContract {
    @Override
    String version() {
        return SandboxSettings.PANEL_2;
    }
}
