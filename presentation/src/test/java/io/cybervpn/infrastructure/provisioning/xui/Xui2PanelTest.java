package io.cybervpn.infrastructure.provisioning.xui;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.sandbox.xui.Xui;
import io.cybervpn.sandbox.xui.XuiDoor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The older family, by a login. */
@QuarkusTest
class Xui2PanelTest extends XuiPanelContract {
    @Override
    String version() {
        return Xui.OLD;
    }

    @Override
    Map<String, String> credentials() {
        return Map.of(XuiModules.USERNAME, XuiDoor.USERNAME, XuiModules.PASSWORD, XuiDoor.PASSWORD);
    }

    @Override
    String creation() {
        return "/panel/api/inbounds/addClient";
    }

    @Override
    String family() {
        return "before 3.1";
    }

    @Test
    void a_session_that_the_panel_forgot_is_begun_anew() {
        panel().bring(Wishes.access(), Wishes.spec(now().plus(Duration.ofDays(3))))
                .await()
                .indefinitely();
        xui.logout();

        assertThat(
                        panel().bring(Wishes.access(), Wishes.spec(now().plus(Duration.ofDays(3))))
                                .await()
                                .indefinitely()
                                .ref())
                .isNotEmpty();
    }
}
