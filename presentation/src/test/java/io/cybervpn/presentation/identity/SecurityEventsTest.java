package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R221, R254, ASVS 16.3: who came in, who did not, who was refused, and who may read of it. */
@QuarkusTest
class SecurityEventsTest {
    private static final String ALL = "/api/v1/admin/security-events";
    private static final String OWN = "/api/v1/account/activity";

    @Inject StaffMembers members;

    private static ValidatableResponse own(String token, Map<String, ?> query) {
        return given().auth().oauth2(token).queryParams(query).get(OWN).then();
    }

    private static List<String> typesSeenBy(String token) {
        return own(token, Map.of()).statusCode(200).extract().path("items.type");
    }

    @Test
    void one_sees_ones_own_logins_and_the_attempts_of_others_page_by_page() {
        String email = Logins.freshEmail();
        String token = Logins.register(email).extract().path("tokens.accessToken");
        Logins.logIn(email, "not the password").statusCode(401);
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(typesSeenBy(token))
                                        .containsExactly("logged_in", "login_failed", "logged_in"));
        String cursor =
                own(token, Map.of("limit", 2))
                        .body("items.address", everyItem(equalTo("127.0.0.1")))
                        .body("items.size()", equalTo(2))
                        .extract()
                        .path("nextCursor");
        own(token, Map.of("limit", 2, "cursor", cursor))
                .body("items.type", equalTo(List.of("logged_in")))
                .body("nextCursor", nullValue());
        assertThat(typesSeenBy(Logins.newCustomer())).containsExactly("logged_in");
        own(token, Map.of("cursor", "x"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("cursor"));
    }

    @Test
    void staff_see_who_was_refused_what_and_by_which_account() {
        StaffMembers.Member viewer = members.withRole("viewer");
        viewer.asks().get("/api/v1/admin/audit").then().statusCode(403);
        viewer.asks().get(ALL).then().statusCode(403);
        String admin = Logins.admin();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(refusalsOf(viewer, admin))
                                        .containsExactlyInAnyOrder(
                                                "GET /api/v1/admin/audit",
                                                "GET /api/v1/admin/security-events"));
    }

    private static List<String> refusalsOf(StaffMembers.Member member, String admin) {
        return given().auth()
                .oauth2(admin)
                .queryParam("type", "forbidden")
                .queryParam("accountId", member.id().value())
                .get(ALL)
                .then()
                .statusCode(200)
                .extract()
                .path("items.detail");
    }

    @Test
    void a_token_of_another_audience_is_told_without_an_account() {
        String own = "/api/v1/admin/roles/r" + System.nanoTime();
        given().auth()
                .oauth2(Logins.newCustomer())
                .header("X-Reason", "a try of a test")
                .delete(own)
                .then()
                .statusCode(403);
        String admin = Logins.admin();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(admin)
                                        .queryParam("type", "forbidden")
                                        .queryParam("address", "127.0.0.1")
                                        .get(ALL)
                                        .then()
                                        .body(
                                                "items.findAll { it.accountId == null }.detail",
                                                hasItem("DELETE " + own)));
    }

    @Test
    void logins_of_staff_are_on_the_chained_trail_besides() {
        StaffMembers.Member viewer = members.withRole("viewer");
        given().auth()
                .oauth2(Logins.admin())
                .queryParam("actorId", viewer.id().value())
                .queryParam("action", "auth.log_in")
                .get("/api/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        String admin = Logins.admin();
        for (var bad : Map.of("type", "party", "from", "yesterday", "limit", "0").entrySet()) {
            given().auth()
                    .oauth2(admin)
                    .queryParam(bad.getKey(), bad.getValue())
                    .get(ALL)
                    .then()
                    .statusCode(400);
        }
    }
}
