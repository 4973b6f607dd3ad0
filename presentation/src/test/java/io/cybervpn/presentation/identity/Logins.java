package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;

import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** Accounts and their tokens, for tests that need somebody. */
public final class Logins {
    public static final String PASSWORD = "a long password of a test";

    private Logins() {}

    public static String freshEmail() {
        return "c" + UUID.randomUUID().toString().replace("-", "") + "@shop.test";
    }

    /** The access token of a customer who was not there before. */
    public static String newCustomer() {
        return register(freshEmail()).extract().path("tokens.accessToken");
    }

    /** An access token of the admin, who has shown his second factor just now. */
    public static String admin() {
        return Arc.container().instance(StaffMembers.class).get().proven(ShopWorld.ADMIN_EMAIL);
    }

    public static ValidatableResponse register(String email) {
        return register(email, PASSWORD).statusCode(201);
    }

    static ValidatableResponse register(String email, String password) {
        return post("register", Map.of("email", email, "password", password));
    }

    static ValidatableResponse logIn(String email, String password) {
        return post("login", Map.of("email", email, "password", password));
    }

    static ValidatableResponse refresh(String token) {
        return post("refresh", Map.of("refreshToken", token));
    }

    static ValidatableResponse post(String path, Object body) {
        return given().contentType("application/json")
                .header("X-Client", "mobile")
                .body(body)
                .post("/api/v1/auth/" + path)
                .then();
    }
}
