package io.cybervpn.presentation.identity;

import static io.cybervpn.presentation.identity.PasskeyCalls.HOST;
import static io.cybervpn.presentation.identity.PasskeyCalls.PORTAL;
import static io.cybervpn.presentation.identity.PasskeyCalls.add;
import static io.cybervpn.presentation.identity.PasskeyCalls.as;
import static io.cybervpn.presentation.identity.PasskeyCalls.assertion;
import static io.cybervpn.presentation.identity.PasskeyCalls.challenge;
import static io.cybervpn.presentation.identity.PasskeyCalls.options;
import static io.cybervpn.presentation.identity.PasskeyCalls.owner;
import static io.cybervpn.presentation.identity.PasskeyCalls.stepUp;
import static io.cybervpn.presentation.identity.PasskeyCalls.stepUpChallenge;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.identity.PasskeyCalls.Owner;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R234: what no passkey opens. */
@QuarkusTest
class PasskeyAttacksTest {
    @Test
    void no_key_is_kept_that_was_made_elsewhere_or_for_another_or_without_its_holder() {
        String token = Logins.newCustomer();
        SoftAuthenticator device = SoftAuthenticator.of(PORTAL, HOST);
        refuse(token, device.at("https://portal.test.evil.example"));
        refuse(token, device.madeFor("evil.example"));
        refuse(token, device.saying(0x01));
        refuse(token, device.saying(0x04));
        add(token, device.create("bm90LW91cnM")).statusCode(422);
        String ofAnother = options(Logins.newCustomer()).getString("challenge");
        add(token, device.create(ofAnother)).statusCode(422);
        add(token, device.create(challenge())).statusCode(422);
        String good = options(token).getString("challenge");
        add(token, device.create(good)).statusCode(201);
        add(token, SoftAuthenticator.of(PORTAL, HOST).create(good)).statusCode(422);
        String other = Logins.newCustomer();
        add(other, device.create(options(other).getString("challenge")))
                .statusCode(409)
                .body("code", equalTo("passkey_known"));
    }

    @Test
    void no_signature_opens_anything_that_is_not_good_in_each_way() {
        Owner owner = owner();
        SoftAuthenticator device = owner.device();
        owner.logIn(device.at("https://evil.example")).statusCode(401);
        owner.logIn(device.madeFor("evil.example")).statusCode(401);
        owner.logIn(device.saying(0x01)).statusCode(401);
        owner.logIn(device.saying(0x04)).statusCode(401);
        owner.logIn(device.saying(0x1d)).statusCode(401);
        owner.logIn(device.withAnotherKey()).statusCode(401);
        assertion(device.get("webauthn.create", challenge(), owner.handle())).statusCode(401);
        assertion(device.get("bm90LW91cnM", owner.handle())).statusCode(401);
        assertion(device.get(challenge(), "")).statusCode(401);
        assertion(device.get(challenge(), owner().handle())).statusCode(401);
        assertion(SoftAuthenticator.of(PORTAL, HOST).get(challenge(), owner.handle()))
                .statusCode(401);
        Map<String, Object> once = device.get(challenge(), owner.handle());
        assertion(once).statusCode(200);
        assertion(once).statusCode(401).body("code", equalTo("passkey_refused"));
    }

    @Test
    void a_counter_that_goes_back_is_a_copy_and_refused() {
        Owner owner = owner();
        owner.logIn(owner.device().counting(5)).statusCode(200);
        owner.logIn(owner.device().counting(5)).statusCode(401);
        owner.logIn(owner.device().counting(4)).statusCode(401);
        owner.logIn(owner.device().counting(0)).statusCode(401);
        owner.logIn(owner.device().counting(6)).statusCode(200);
        String account = as(owner.token()).get("/api/v1/me").path("id");
        given().auth()
                .oauth2(Logins.admin())
                .queryParam("type", "passkey_copied")
                .queryParam("account", account)
                .get("/api/v1/admin/security-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
    }

    @Test
    void a_challenge_is_good_for_its_purpose_alone() {
        Owner owner = owner();
        String stepUp = stepUpChallenge(owner.token());
        assertion(owner.device().get(stepUp, owner.handle())).statusCode(401);
        stepUp(owner.token(), owner.device().get(challenge(), owner.handle())).statusCode(422);
        add(owner.token(), owner.device().create(stepUpChallenge(owner.token()))).statusCode(422);
    }

    @Test
    void a_blocked_account_is_not_opened() {
        Owner owner = owner();
        String id = as(owner.token()).get("/api/v1/me").path("id");
        as(Logins.admin())
                .header("X-Reason", "a test")
                .post("/api/v1/admin/users/" + id + "/block")
                .then()
                .statusCode(204);
        owner.logIn(owner.device()).statusCode(403).body("code", equalTo("account_blocked"));
    }

    @Test
    void bad_input_names_its_field_and_changes_nothing() {
        String token = Logins.newCustomer();
        as(token)
                .body(Map.of("name", " ", "credential", Map.of("id", "x", "response", Map.of())))
                .post("/api/v1/passkeys")
                .then()
                .statusCode(400)
                .body("errors", notNullValue());
        as(token)
                .body(Map.of("name", "x"))
                .patch("/api/v1/passkeys/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        assertion(Map.of("id", "!!", "response", Map.of())).statusCode(400);
        as(token)
                .get("/api/v1/passkeys")
                .then()
                .body("items", empty())
                .body("items[0]", nullValue());
    }

    private static void refuse(String token, SoftAuthenticator device) {
        add(token, device.create(options(token).getString("challenge")))
                .statusCode(422)
                .body("code", equalTo("passkey_refused"));
    }
}
