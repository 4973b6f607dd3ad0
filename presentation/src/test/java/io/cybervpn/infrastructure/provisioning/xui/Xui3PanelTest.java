package io.cybervpn.infrastructure.provisioning.xui;

import io.cybervpn.sandbox.xui.Xui;
import io.cybervpn.sandbox.xui.XuiDoor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

/** The newer family, by a token. */
@QuarkusTest
class Xui3PanelTest extends XuiPanelContract {
    @Override
    String version() {
        return Xui.NEW;
    }

    @Override
    Map<String, String> credentials() {
        return Map.of(XuiModules.TOKEN, XuiDoor.TOKEN);
    }

    @Override
    String creation() {
        return "/panel/api/clients/add";
    }

    @Override
    String family() {
        return "3.1 or later";
    }
}
