package io.cybervpn.infrastructure.provisioning.remnawave;

import io.quarkus.test.junit.QuarkusTest;

/** R112: a panel that tells a version before 2.8 is read by list, since it cannot stream. */
@QuarkusTest
class RemnawaveListedPanelTest extends RemnawavePanelContract {
    @Override
    String version() {
        return "2.7.4";
    }
}
