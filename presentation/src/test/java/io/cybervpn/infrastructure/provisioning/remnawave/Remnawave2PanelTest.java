package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.sandbox.SandboxSettings;
import io.quarkus.test.junit.QuarkusTest;

/** R112: the last panel of 2.x. */
@QuarkusTest
class Remnawave2PanelTest extends RemnawavePanelContract {
    @Override
    String version() {
        return SandboxSettings.PANEL_2;
    }
}
