package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cybervpn.application.identity.MendRevocations;
import io.cybervpn.presentation.shared.Customers;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R38, R39, R232: where one is logged in, and an end that acts at once. */
@QuarkusTest
class SessionListTest {
    @Inject ReactiveRedisDataSource valkey;
    @Inject MendRevocations mendRevocations;
    @Inject Customers customers;

    private final String email = Logins.freshEmail();
    private String phone = "";

    @BeforeEach
    void register() {
        phone = Logins.register(email).extract().path("tokens.accessToken");
    }

    private String laptop() {
        return given().contentType("application/json")
                .header("User-Agent", "Laptop/1 " + "x".repeat(300))
                .header("X-Client", "mobile")
                .body(Map.of("email", email, "password", Logins.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("tokens.accessToken");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static void good(String token) {
        as(token).get("/api/v1/me").then().statusCode(200);
    }

    private static void over(String token) {
        as(token).get("/api/v1/me").then().statusCode(401).body("code", equalTo("unauthorized"));
    }

    private static String currentOf(String token) {
        return as(token)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.current }.id");
    }

    @Test
    void sessions_are_listed_with_device_and_address_and_the_one_that_asks_is_marked() {
        String laptop = laptop();
        as(laptop)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", contains(true, false))
                .body("items[0].device.length()", equalTo(200))
                .body("items[0].address", equalTo("127.0.0.1"));
        assertThat(currentOf(phone)).isNotEqualTo(currentOf(laptop));
    }

    @Test
    void one_session_is_ended_from_another_at_once() {
        String laptop = laptop();
        String path = "/api/v1/sessions/" + currentOf(laptop);
        as(Logins.newCustomer()).delete(path).then().statusCode(404);
        good(laptop);
        as(phone).delete(path).then().statusCode(204);
        over(laptop);
        good(phone);
        as(phone).delete(path).then().statusCode(404);
        as(phone).delete("/api/v1/sessions/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void all_others_or_all_are_ended_at_once() {
        String laptop = laptop();
        as(phone)
                .post("/api/v1/sessions/revoke-all?exceptCurrent=true")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(1));
        over(laptop);
        good(phone);
        as(phone)
                .post("/api/v1/sessions/revoke-all")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(1));
        over(phone);
    }

    @Test
    void a_logout_is_the_end_of_the_access_token_too() {
        Map<String, String> tokens =
                Logins.logIn(email, Logins.PASSWORD).statusCode(200).extract().path("tokens");
        good(tokens.get("accessToken"));
        Logins.post("logout", Map.of("refreshToken", tokens.get("refreshToken"))).statusCode(204);
        over(tokens.get("accessToken"));
        good(phone);
    }

    @Test
    void a_valkey_that_forgot_is_told_again_and_until_then_the_database_is_asked() {
        String laptop = laptop();
        as(phone).post("/api/v1/sessions/revoke-all?exceptCurrent=true").then().statusCode(200);
        String stranger = customers.someone().token();
        good200(stranger);
        valkey.execute("FLUSHALL").await().indefinitely();
        over(laptop);
        good(phone);
        over(stranger);
        mendRevocations.execute().await().indefinitely();
        over(laptop);
        good(phone);
        good200(stranger);
    }

    /** He has a token of the right kind and no session in the database, nor an account. */
    private static void good200(String token) {
        as(token).get("/api/v1/sessions").then().statusCode(200).body("items", hasSize(0));
    }
}
