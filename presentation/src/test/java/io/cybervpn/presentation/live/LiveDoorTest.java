package io.cybervpn.presentation.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R152, R153: who gets a socket, by which ways, and for how long. */
@QuarkusTest
class LiveDoorTest {
    private static final String CARRIER = "bearer-token-carrier";

    @TestHTTPResource URI shop;
    @Inject StaffMembers staff;
    @Inject ShopClock clock;

    @ConfigProperty(name = "cybervpn.public-url")
    String origin;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private LiveClient.Wish notifications() {
        return new LiveClient.Wish(shop, "notifications");
    }

    private LiveClient.Wish monitoring() {
        return new LiveClient.Wish(shop, "monitoring");
    }

    private static String ticket(String token) {
        return given().auth()
                .oauth2(token)
                .post("/api/v1/ws-tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");
    }

    @Test
    void a_native_client_shows_its_token_in_a_header() {
        try (LiveClient client = notifications().bearer(Logins.newCustomer()).open()) {
            var connected = client.next("connected");
            assertThat(connected.path("v").asInt()).isEqualTo(1);
            assertThat(connected.path("topic").asText()).isEqualTo("socket");
            assertThat(connected.path("data").path("topics").get(0).asText()).isEqualTo("user");
        }
    }

    @Test
    void a_script_carries_its_token_in_a_subprotocol() {
        String carried =
                URLEncoder.encode(
                                "quarkus-http-upgrade#Authorization#Bearer " + Logins.newCustomer(),
                                StandardCharsets.UTF_8)
                        .replace("+", "%20");
        try (LiveClient client =
                notifications().origin(origin).protocols(CARRIER, carried).open()) {
            client.next("connected");
            assertThat(client.socket().subProtocol()).isEqualTo(CARRIER);
        }
        assertThat(notifications().protocols(carried).refused())
                .as("without its carrier")
                .startsWith("401");
    }

    @Test
    void a_ticket_opens_one_socket() {
        String path = "notifications?ticket=" + ticket(Logins.newCustomer());
        try (LiveClient client = new LiveClient.Wish(shop, path).origin(origin).open()) {
            client.next("connected");
        }
        try (LiveClient again = new LiveClient.Wish(shop, path).origin(origin).open()) {
            assertThat(again.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void a_token_in_the_address_is_refused_however_good_it_is() {
        String token = Logins.newCustomer();
        for (String name : new String[] {"token", "access_token", "ticket", "x"}) {
            String path = "notifications?" + name + "=" + token;
            assertThat(new LiveClient.Wish(shop, path).refused())
                    .startsWith("400")
                    .contains("token_in_address");
            assertThat(new LiveClient.Wish(shop, path).bearer(token).refused()).startsWith("400");
        }
    }

    @Test
    void a_page_of_another_origin_is_refused_however_good_its_token_is() {
        String token = Logins.newCustomer();
        for (String other :
                new String[] {"https://evil.example", "null", origin + ".evil.example"}) {
            assertThat(notifications().bearer(token).origin(other).refused())
                    .startsWith("403")
                    .contains("origin_refused");
        }
        try (LiveClient portal =
                notifications().bearer(token).origin("https://portal.test").open()) {
            portal.next("connected");
        }
    }

    @Test
    void who_shows_nothing_good_is_told_so_in_the_way_that_he_can_hear() {
        assertThat(notifications().refused()).startsWith("401").contains("unauthorized");
        assertThat(notifications().bearer("garbage").refused()).startsWith("401");
        assertThat(notifications().bearer("cvk_garbage").refused()).startsWith("401");
        try (LiveClient browser = notifications().origin(origin).open()) {
            assertThat(browser.closedWith()).isEqualTo(4401);
        }
        given().get("/api/v1/ws/notifications").then().statusCode(426);
    }

    @Test
    void monitoring_is_for_staff_with_the_right() {
        String customer = Logins.newCustomer();
        assertThat(monitoring().bearer(customer).refused()).startsWith("403").contains("forbidden");
        try (LiveClient browser =
                new LiveClient.Wish(shop, "monitoring?ticket=" + ticket(customer))
                        .origin(origin)
                        .open()) {
            assertThat(browser.closedWith()).isEqualTo(4403);
        }
        assertThat(monitoring().bearer(staff.withRole("support").token()).refused())
                .startsWith("403");
        try (LiveClient operator = monitoring().bearer(staff.withRole("operator").token()).open()) {
            operator.next("connected");
        }
        try (LiveClient operator =
                notifications().bearer(staff.withRole("operator").token()).open()) {
            operator.next("connected");
        }
    }

    @Test
    void a_session_that_ends_takes_its_sockets_with_it() {
        String token = Logins.newCustomer();
        try (LiveClient client = notifications().bearer(token).open()) {
            client.next("connected");
            given().auth().oauth2(token).post("/api/v1/sessions/revoke-all").then().statusCode(200);
            assertThat(client.closedWith()).isEqualTo(4401);
        }
    }

    @Test
    void who_loses_the_right_loses_his_socket() {
        var operator = staff.withRole("operator");
        try (LiveClient client = monitoring().bearer(operator.token()).open()) {
            client.next("connected");
            given().auth()
                    .oauth2(Logins.admin())
                    .header("X-Reason", "a decision of a test")
                    .delete("/api/v1/admin/staff/" + operator.id().value() + "/roles/operator")
                    .then()
                    .statusCode(200);
            assertThat(client.closedWith()).isEqualTo(4403);
        }
    }

    @Test
    void a_token_that_ends_is_replaced_in_time_or_the_socket_ends_with_it() {
        String email = Logins.freshEmail();
        String token = Logins.register(email).extract().path("tokens.accessToken");
        try (LiveClient client = notifications().bearer(token).open()) {
            client.next("connected");
            clock.advance(Duration.ofSeconds(14 * 60 + 15));
            assertThat(client.next("auth.expiring").path("data").has("expiresAt")).isTrue();
            client.say("{\"type\":\"auth\",\"id\":\"a1\",\"token\":\"" + another(email) + "\"}");
            assertThat(client.next("ack").path("ref").asText()).isEqualTo("a1");
            clock.advance(Duration.ofMinutes(10));
            client.say("{\"type\":\"subscribe\",\"id\":\"s1\",\"topics\":[\"user\"]}");
            client.next("ack");
            clock.advance(Duration.ofMinutes(4).plusSeconds(15));
            client.next("auth.expiring");
            clock.advance(Duration.ofMinutes(1));
            assertThat(client.closedWith()).isEqualTo(4401);
        }
    }

    private static String another(String email) {
        return given().contentType("application/json")
                .header("X-Client", "mobile")
                .body("{\"email\":\"" + email + "\",\"password\":\"" + Logins.PASSWORD + "\"}")
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("tokens.accessToken");
    }

    @Test
    void a_bad_token_in_the_place_of_a_good_one_closes() {
        try (LiveClient client = notifications().bearer(Logins.newCustomer()).open()) {
            client.next("connected");
            client.say("{\"type\":\"auth\",\"id\":\"a1\",\"token\":\"garbage\"}");
            assertThat(client.next("error").path("problem").path("code").asText())
                    .isEqualTo("unauthorized");
            assertThat(client.closedWith()).isEqualTo(4401);
        }
        try (LiveClient client = notifications().bearer(Logins.newCustomer()).open()) {
            client.say(
                    "{\"type\":\"auth\",\"id\":\"a1\",\"token\":\"" + Logins.newCustomer() + "\"}");
            assertThat(client.closedWith()).as("another's").isEqualTo(4403);
        }
    }
}
