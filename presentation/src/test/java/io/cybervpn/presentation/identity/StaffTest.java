package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.cybervpn.application.identity.OfferSetup;
import io.cybervpn.application.identity.TokenHashes;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.repository.Invitations;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Staff come by invitation, go by being disabled, and the first one comes by the setup token. */
@QuarkusTest
class StaffTest {
    private static final String STAFF = "/api/v1/admin/staff";

    @Inject StaffMembers staff;
    @Inject OfferSetup offerSetup;
    @Inject Invitations invitations;
    @Inject UnitOfWork unitOfWork;

    private static ValidatableResponse invite(Member by, String email, String... roles) {
        return by.decides()
                .body(Map.of("email", email, "roles", List.of(roles)))
                .post(STAFF + "/invitations")
                .then();
    }

    private static ValidatableResponse accept(String token, String password) {
        return given().contentType("application/json")
                .body(Map.of("token", token, "password", password))
                .post("/api/v1/setup/invitation")
                .then();
    }

    private static ValidatableResponse setUp(String token, String email) {
        return given().contentType("application/json")
                .body(Map.of("token", token, "email", email, "password", Logins.PASSWORD))
                .post("/api/v1/setup")
                .then();
    }

    @Test
    void an_invited_one_comes_once_with_the_roles_he_was_given() {
        Member root = staff.withRole("super_admin");
        String email = Logins.freshEmail();
        String token = invite(root, email, "support").statusCode(201).extract().path("token");

        accept(token, "short").statusCode(400).body("errors.pointer", hasItem("/password"));
        accept(token, Logins.PASSWORD).statusCode(201).body("email", equalTo(email));
        accept(token, Logins.PASSWORD).statusCode(410).body("code", equalTo("invitation_gone"));
        String access =
                Logins.logIn(email, Logins.PASSWORD)
                        .statusCode(200)
                        .extract()
                        .path("tokens.accessToken");
        given().auth()
                .oauth2(access)
                .get("/api/v1/me")
                .then()
                .body("permissions", hasItems("users:read", "users:block"));
        root.asks()
                .get(STAFF)
                .then()
                .statusCode(200)
                .body("items.find { it.email == '" + email + "' }.roles", contains("support"));
        invite(root, email, "viewer").statusCode(409).body("code", equalTo("email_taken"));
    }

    @Test
    void nobody_invites_to_more_than_he_holds_and_a_second_invitation_ends_the_first() {
        Member root = staff.withRole("super_admin");
        Member admin = staff.withRole("admin");
        invite(admin, Logins.freshEmail(), "viewer").statusCode(403);
        invite(root, "no address", "viewer").statusCode(400);
        invite(root, Logins.freshEmail(), "no_such_role").statusCode(404);
        String email = Logins.freshEmail();
        String first = invite(root, email, "viewer").statusCode(201).extract().path("token");
        invite(root, email, "viewer").statusCode(201);
        accept(first, Logins.PASSWORD).statusCode(410);
        accept("made up", Logins.PASSWORD).statusCode(410);
    }

    @Test
    void the_disabled_may_nothing_any_more_and_nobody_disables_himself() {
        Member root = staff.withRole("super_admin");
        Member viewer = staff.withRole("viewer");
        String disable = STAFF + "/" + viewer.id().value() + "/disable";
        viewer.decides().post(disable).then().statusCode(403);
        root.decides().post(disable).then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .until(() -> viewer.asks().get("/api/v1/admin/users").statusCode() != 200);
        Logins.logIn(viewer.email(), Logins.PASSWORD).statusCode(403);
        root.decides().post(STAFF + "/" + viewer.id().value() + "/enable").then().statusCode(204);
        Logins.logIn(viewer.email(), Logins.PASSWORD).statusCode(200);

        root.decides()
                .post(STAFF + "/" + root.id().value() + "/disable")
                .then()
                .statusCode(409)
                .body("code", equalTo("oneself"));
        root.decides().post(STAFF + "/" + UUID.randomUUID() + "/disable").then().statusCode(404);
        String customer = Logins.register(Logins.freshEmail()).extract().path("account.id");
        root.decides().post(STAFF + "/" + customer + "/disable").then().statusCode(404);
    }

    @Test
    void a_shop_that_somebody_runs_offers_no_setup_and_takes_none() {
        assertThat(offerSetup.execute().await().indefinitely()).isEmpty();

        String secret = UUID.randomUUID().toString();
        Invitation left =
                new Invitation(
                        TokenHashes.of(secret),
                        Optional.empty(),
                        Set.of(new RoleCode("super_admin")),
                        Optional.empty(),
                        Instant.now());
        unitOfWork.run(() -> invitations.put(left)).await().indefinitely();
        setUp(secret, Logins.freshEmail()).statusCode(410);
        setUp("made up", Logins.freshEmail()).statusCode(410);
    }
}
