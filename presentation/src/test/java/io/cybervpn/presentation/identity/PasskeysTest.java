package io.cybervpn.presentation.identity;

import static io.cybervpn.presentation.identity.PasskeyCalls.HOST;
import static io.cybervpn.presentation.identity.PasskeyCalls.as;
import static io.cybervpn.presentation.identity.PasskeyCalls.claims;
import static io.cybervpn.presentation.identity.PasskeyCalls.options;
import static io.cybervpn.presentation.identity.PasskeyCalls.owner;
import static io.cybervpn.presentation.identity.PasskeyCalls.stepUp;
import static io.cybervpn.presentation.identity.PasskeyCalls.stepUpChallenge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.cybervpn.presentation.identity.PasskeyCalls.Owner;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R234, R235: passkeys of customers and staff, with an authenticator in software. */
@QuarkusTest
class PasskeysTest {
    @Inject ShopClock clock;
    @Inject StaffMembers staff;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    @Test
    void a_passkey_opens_a_session_that_counts_as_two_factors_until_it_is_removed() {
        Owner owner = owner();
        String token =
                owner.logIn(owner.device())
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("account.email", equalTo(owner.email()))
                        .extract()
                        .path("tokens.accessToken");
        assertThat(claims(token).getString("acr")).isEqualTo("aal2");
        assertThat(claims(token).getLong("proven_at")).isPositive();
        String id =
                as(token)
                        .get("/api/v1/passkeys")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].name", equalTo("My phone"))
                        .body("items[0].backedUp", equalTo(false))
                        .body("items[0].lastUsedAt", notNullValue())
                        .extract()
                        .path("items[0].id");
        as(token)
                .body(Map.of("name", "Old phone"))
                .patch("/api/v1/passkeys/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Old phone"));
        as(token).delete("/api/v1/passkeys/" + id).then().statusCode(204);
        as(token).delete("/api/v1/passkeys/" + id).then().statusCode(404);
        owner.logIn(owner.device()).statusCode(401).body("code", equalTo("passkey_refused"));
        await().untilAsserted(
                        () ->
                                assertThat(ShopWorld.sandbox().mails().to(owner.email()))
                                        .anyMatch(mail -> mail.text().contains("another passkey"))
                                        .anyMatch(mail -> mail.text().contains("any more")));
    }

    @Test
    void the_beginning_of_a_login_says_nothing_about_anybody() {
        Logins.post("passkey/options", Map.of())
                .statusCode(200)
                .body("allowCredentials", empty())
                .body("rpId", equalTo(HOST))
                .body("userVerification", equalTo("required"));
    }

    @Test
    void what_the_browser_is_told_asks_for_a_key_with_its_holder_and_names_the_known_ones() {
        String token = Logins.newCustomer();
        options(token);
        JsonPath options = options(token);
        assertThat(options.getString("rp.id")).isEqualTo(HOST);
        assertThat(options.getString("attestation")).isEqualTo("none");
        assertThat(options.getList("pubKeyCredParams.alg")).containsExactly(-7, -8, -257);
        assertThat(options.getString("authenticatorSelection.userVerification"))
                .isEqualTo("required");
        assertThat(options.getString("authenticatorSelection.residentKey")).isEqualTo("required");
        assertThat(options.getList("excludeCredentials")).isEmpty();
        Owner owner = owner();
        String proven = owner.logIn(owner.device()).extract().path("tokens.accessToken");
        assertThat(options(proven).getList("excludeCredentials.id"))
                .containsExactly(owner.device().credentialId());
    }

    @Test
    void a_step_up_by_ones_own_passkey_renews_the_proof_and_by_anothers_does_not() {
        Owner owner = owner();
        Owner stranger = owner();
        assertThat(claims(owner.token()).getString("acr")).isEqualTo("aal1");
        stepUp(
                        owner.token(),
                        stranger.device().get(stepUpChallenge(owner.token()), stranger.handle()))
                .statusCode(422);
        stepUp(
                        owner.token(),
                        stranger.device().get(stepUpChallenge(stranger.token()), stranger.handle()))
                .statusCode(422);
        String proven = stepUp(owner);
        assertThat(claims(proven).getString("acr")).isEqualTo("aal2");
    }

    @Test
    void who_adds_or_removes_one_has_shown_of_late_that_it_is_he() {
        Owner owner = owner();
        String id = as(owner.token()).get("/api/v1/passkeys").path("items[0].id");
        clock.advance(Duration.ofMinutes(11));
        proofNeeded(as(owner.token()).post("/api/v1/passkeys/options").then());
        proofNeeded(as(owner.token()).delete("/api/v1/passkeys/" + id).then());
        String proven = stepUp(owner);
        options(proven);
        as(proven).delete("/api/v1/passkeys/" + id).then().statusCode(204);
    }

    @Test
    void a_password_of_staff_opens_nothing_but_the_way_to_show_the_passkey() {
        String email = staff.withRole("viewer").email();
        String password = Logins.logIn(email, Logins.PASSWORD).extract().path("tokens.accessToken");
        Owner owner = owner(email, password);
        proofNeeded(as(password).post("/api/v1/passkeys/options").then());
        String id = as(password).get("/api/v1/passkeys").path("items[0].id");
        proofNeeded(as(password).delete("/api/v1/passkeys/" + id).then());
        as(password)
                .get("/api/v1/admin/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("two_factor_required"));
        String secret =
                as(password).post("/api/v1/two-factor/enable").then().extract().path("secret");
        Map<String, String> code = Map.of("code", Authenticator.code(secret, clock.instant()));
        proofNeeded(as(password).body(code).post("/api/v1/two-factor/verify").then());
        String proven = stepUp(owner);
        options(proven);
        as(proven).body(code).post("/api/v1/two-factor/verify").then().statusCode(200);
        as(proven).get("/api/v1/admin/users").then().statusCode(200);
    }

    @Test
    void a_member_of_staff_comes_in_by_a_passkey_with_all_his_rights() {
        StaffMembers.Member member = staff.withRole("viewer");
        Owner owner = owner(member.email(), member.token());
        String token =
                owner.logIn(owner.device()).statusCode(200).extract().path("tokens.accessToken");
        assertThat(claims(token).getString("acr")).isEqualTo("aal2");
        as(token).get("/api/v1/admin/users").then().statusCode(200);
    }

    private static void proofNeeded(ValidatableResponse answer) {
        answer.statusCode(403).body("code", equalTo("step_up_required"));
    }
}
