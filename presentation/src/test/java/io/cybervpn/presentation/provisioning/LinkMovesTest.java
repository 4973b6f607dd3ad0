package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R126: the link follows its subscription to another panel, and heeds what devices that allows. */
@QuarkusTest
class LinkMovesTest extends SecondPanel {
    private static final Duration SOON = Duration.ofSeconds(40);

    /** One link is not polled without end. */
    private static final Duration PACE = Duration.ofSeconds(2);

    private static Response poll(String path, String device) {
        return given().header("User-Agent", "v2rayNG/1.9.40")
                .header("X-HWID", device)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String names(String path, String device) {
        return LinkCalls.names(poll(path, device));
    }

    private static String keyOf(SandboxWorld world, Customer customer) {
        return world.panel()
                .users()
                .byUsername(nameOf(customer))
                .orElseThrow()
                .getString("vlessUuid");
    }

    @Test
    void a_link_gives_the_servers_of_the_panel_that_its_subscription_was_moved_to() {
        atWork();
        Customer customer = customers.granted();
        String path = LinkCalls.pathOf(customer);
        String before = keyOf(ShopWorld.sandbox(), customer);
        assertThat(names(path, "device-aaaaaaaa01")).contains(before);
        assertThat(names(path, "device-aaaaaaaa01")).contains(before);
        edit(Map.of("groups", Map.of(GROUP, "", "Basic", ""))).statusCode(200);

        asStaff()
                .body(Map.of("panelId", id))
                .post("/api/v1/admin/subscriptions/" + customer.access().value() + "/transfer")
                .then()
                .statusCode(200)
                .body("moved", equalTo(true));

        await().atMost(SOON)
                .pollInterval(PACE)
                .until(() -> !names(path, "device-aaaaaaaa01").contains(before));
        assertThat(names(path, "device-aaaaaaaa01"))
                .contains("vless://")
                .contains(keyOf(second, customer));
        assertThat(LinkCalls.pathOf(customer)).isEqualTo(path);
    }

    @Test
    void a_device_beyond_the_limit_reads_why_and_is_let_in_when_another_was_removed() {
        countDevices();
        atWork();
        Customer customer = customers.paid(GROUP);
        customers.awaitStatus(customer.access(), "ready");
        String path = LinkCalls.pathOf(customer);

        assertThat(names(path, "phone-0000000001")).contains("vless://").contains("#");
        assertThat(names(path, "tablet-000000001")).contains(keyOf(second, customer));
        Response third = poll(path, "laptop-000000001");
        assertThat(LinkCalls.names(third)).contains("Device limit is reached");
        assertThat(third.header("x-hwid-limit")).isEqualTo("true");
        assertThat(names(path, "short")).contains("This app does not name its device");
        assertThat(names(path, "phone-0000000001")).contains(keyOf(second, customer));

        customer.asks().delete(customer.path("devices")).then().statusCode(204);
        await().atMost(SOON)
                .pollInterval(PACE)
                .until(() -> names(path, "laptop-000000001").contains(keyOf(second, customer)));
    }

    private void countDevices() {
        given().baseUri(second.panelUrl().toString())
                .port(second.panelUrl().getPort())
                .header("Authorization", "Bearer " + SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .contentType("application/json")
                .body(
                        Map.of(
                                "uuid",
                                "00000000-0000-0000-0000-000000000000",
                                "hwidSettings",
                                Map.of("enabled", true, "fallbackDeviceLimit", 5)))
                .patch("/api/subscription-settings")
                .then()
                .statusCode(200);
    }
}
