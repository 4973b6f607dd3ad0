package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What browsers and authenticators do with passkeys. */
final class PasskeyCalls {
    static final String PORTAL = "https://portal.test";

    /** The host of the shop's public URL in tests. */
    static final String HOST = "127.0.0.1";

    private PasskeyCalls() {}

    /** Somebody with a passkey. */
    record Owner(String email, String token, String handle, SoftAuthenticator device) {
        ValidatableResponse logIn(SoftAuthenticator with) {
            return assertion(with.get(challenge(), handle));
        }
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static JsonPath options(String token) {
        return as(token)
                .post("/api/v1/passkeys/options")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }

    static ValidatableResponse add(String token, Map<String, Object> credential) {
        return as(token)
                .body(Map.of("name", "My phone", "credential", credential))
                .post("/api/v1/passkeys")
                .then();
    }

    static Owner owner() {
        String email = Logins.freshEmail();
        return owner(email, Logins.register(email).extract().path("tokens.accessToken"));
    }

    static Owner owner(String email, String token) {
        SoftAuthenticator device = SoftAuthenticator.of(PORTAL, HOST);
        JsonPath options = options(token);
        add(token, device.create(options.getString("challenge"))).statusCode(201);
        return new Owner(email, token, options.getString("user.id"), device);
    }

    static String challenge() {
        return Logins.post("passkey/options", Map.of())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("challenge");
    }

    static ValidatableResponse assertion(Map<String, Object> credential) {
        return Logins.post("passkey", credential);
    }

    static JsonPath claims(String token) {
        return new JsonPath(
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                        StandardCharsets.UTF_8));
    }

    static String stepUpChallenge(String token) {
        return as(token)
                .post("/api/v1/auth/step-up/passkey/options")
                .then()
                .statusCode(200)
                .extract()
                .path("challenge");
    }

    static ValidatableResponse stepUp(String token, Map<String, Object> credential) {
        return as(token).body(credential).post("/api/v1/auth/step-up/passkey").then();
    }

    static String stepUp(Owner owner) {
        return stepUp(
                        owner.token(),
                        owner.device().get(stepUpChallenge(owner.token()), owner.handle()))
                .statusCode(200)
                .extract()
                .path("accessToken");
    }
}
