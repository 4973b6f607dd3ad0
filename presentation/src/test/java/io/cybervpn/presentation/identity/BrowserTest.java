package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.cybervpn.application.identity.port.WebSocketTickets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R38, R231, ASVS 3.3 and 3.5: a browser's refresh token is a cookie, and no other site may use it.
 */
@QuarkusTest
class BrowserTest {
    private static final String COOKIE = "__Host-refresh";

    @Inject WebSocketTickets tickets;

    @ConfigProperty(name = "cybervpn.public-url")
    String shop;

    private String cookie = "";
    private Response registered;

    @BeforeEach
    void register() {
        registered =
                given().contentType("application/json")
                        .body(Map.of("email", Logins.freshEmail(), "password", Logins.PASSWORD))
                        .post("/api/v1/auth/register");
        cookie = registered.cookie(COOKIE);
    }

    private RequestSpecification page() {
        return given().noContentType()
                .header("Cookie", COOKIE + "=" + cookie)
                .header("Origin", shop)
                .header("X-Requested-With", "fetch");
    }

    @Test
    void the_refresh_token_is_in_a_cookie_that_no_script_and_no_other_site_sees() {
        registered.then().statusCode(201).body("tokens", not(hasKey("refreshToken")));
        assertThat(registered.header("Set-Cookie"))
                .contains(COOKIE + "=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .contains("Max-Age=604800")
                .doesNotContain("Domain");
        assertThat(registered.asString()).doesNotContain(cookie);
    }

    @Test
    void a_page_of_the_shop_renews_without_a_body() {
        Response renewed = page().post("/api/v1/auth/refresh");
        renewed.then().statusCode(200).body("$", not(hasKey("refreshToken")));
        assertThat(renewed.cookie(COOKIE)).isNotBlank().isNotEqualTo(cookie);
        given().auth().oauth2(renewed.path("accessToken")).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void another_site_or_a_form_is_refused_and_nothing_is_used_up() {
        refused(given().noContentType().header("Cookie", COOKIE + "=" + cookie));
        refused(
                given().noContentType()
                        .header("Cookie", COOKIE + "=" + cookie)
                        .header("Origin", "https://evil.example"));
        refused(
                given().noContentType()
                        .header("Cookie", COOKIE + "=" + cookie)
                        .header("Origin", shop),
                "logout");
        page().post("/api/v1/auth/refresh").then().statusCode(200);
    }

    private static void refused(RequestSpecification request) {
        refused(request.header("X-Requested-With", "fetch"), "refresh");
    }

    private static void refused(RequestSpecification request, String path) {
        request.post("/api/v1/auth/" + path)
                .then()
                .statusCode(403)
                .body("code", equalTo("origin_refused"));
    }

    @Test
    void a_token_in_the_body_of_a_browser_and_a_cookie_of_an_app_count_for_nothing() {
        given().contentType("application/json")
                .body(Map.of("refreshToken", cookie))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        page().header("X-Client", "mobile").post("/api/v1/auth/refresh").then().statusCode(400);
        page().post("/api/v1/auth/refresh").then().statusCode(200);
    }

    @Test
    void logging_out_takes_the_cookie_away() {
        Response out = page().post("/api/v1/auth/logout");
        out.then().statusCode(204);
        assertThat(out.header("Set-Cookie")).contains(COOKIE + "=", "Max-Age=0");
        page().contentType("application/json")
                .body("{}")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        given().noContentType().post("/api/v1/auth/logout").then().statusCode(204);
    }

    @Test
    void a_ticket_opens_one_socket_of_who_asked() {
        given().post("/api/v1/ws-tickets").then().statusCode(401);
        Response ticket =
                given().auth()
                        .oauth2(registered.path("tokens.accessToken"))
                        .post("/api/v1/ws-tickets");
        ticket.then().statusCode(200).body("expiresInSeconds", equalTo(30));
        String secret = ticket.path("ticket");
        assertThat(tickets.redeem(secret).await().indefinitely().orElseThrow().account().value())
                .hasToString(registered.path("account.id"));
        assertThat(tickets.redeem(secret).await().indefinitely()).isEmpty();
        assertThat(tickets.redeem("garbage").await().indefinitely()).isEmpty();
    }
}
