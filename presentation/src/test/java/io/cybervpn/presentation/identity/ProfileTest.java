package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R42, R50, R56: what somebody says of himself and agrees to. */
@QuarkusTest
class ProfileTest {
    @Inject StaffMembers staff;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static ValidatableResponse patch(String token, String body) {
        return as(token).body(body).patch("/api/v1/me").then();
    }

    @Test
    void what_is_named_changes_what_is_null_goes_and_the_rest_stays() {
        String token = Logins.newCustomer();
        patch(
                        token,
                        """
                        {"displayName":"  Анна  ","locale":"ru","timeZone":"Europe/Moscow",
                         "marketingOptIn":true,"termsVersion":"2026-01","version":0}""")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("displayName", equalTo("Анна"))
                .body("marketingSource", equalTo("web"))
                .body("version", equalTo(1));
        patch(token, "{\"timeZone\":null,\"version\":1}").statusCode(200);
        as(token)
                .get("/api/v1/me")
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("locale", equalTo("ru"))
                .body("profile.displayName", equalTo("Анна"))
                .body("profile.timeZone", nullValue())
                .body("profile.marketingOptIn", equalTo(true))
                .body("profile.termsVersion", equalTo("2026-01"));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_changes() {
        String token = Logins.newCustomer();
        patch(
                        token,
                        """
                        {"displayName":"a\\u0000b","locale":null,"timeZone":"Mars/Olympus",
                         "marketingOptIn":"yes","termsVersion":"","nickname":"x","version":0}""")
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/displayName",
                                "/locale",
                                "/timeZone",
                                "/marketingOptIn",
                                "/termsVersion",
                                "/nickname"));
        patch(token, "{\"locale\":\"ru\"}").statusCode(400);
        patch(token, "[]").statusCode(400);
        as(token).get("/api/v1/me").then().body("profile.version", equalTo(0));
    }

    @Test
    void an_edit_of_an_old_version_is_stale_by_body_and_by_header() {
        String token = Logins.newCustomer();
        patch(token, "{\"displayName\":\"A\",\"version\":0}").statusCode(200);
        patch(token, "{\"displayName\":\"B\",\"version\":0}")
                .statusCode(412)
                .body("code", equalTo("version_stale"));
        as(token)
                .header("If-Match", "\"0\"")
                .body("{\"displayName\":\"B\"}")
                .patch("/api/v1/me")
                .then()
                .statusCode(412);
        as(token)
                .header("If-Match", "\"1\"")
                .body("{\"displayName\":\"B\"}")
                .patch("/api/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void of_many_edits_of_one_version_at_once_one_wins() {
        String token = Logins.newCustomer();
        List<Integer> answers =
                IntStream.range(0, 6)
                        .mapToObj(i -> "{\"displayName\":\"N" + i + "\",\"version\":0}")
                        .map(body -> CompletableFuture.supplyAsync(() -> patch(token, body)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.extract().statusCode())
                        .toList();
        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void a_consent_keeps_the_time_at_which_it_was_given() {
        String token = Logins.newCustomer();
        String at =
                patch(token, "{\"marketingOptIn\":true,\"version\":0}")
                        .extract()
                        .path("marketingAt");
        patch(token, "{\"marketingOptIn\":true,\"version\":1}").body("marketingAt", equalTo(at));
    }

    @Test
    void staff_edit_a_customer_but_agree_to_nothing_in_his_name() {
        var customer = Logins.register(Logins.freshEmail()).extract().jsonPath();
        String user = "/api/v1/admin/users/" + customer.getString("account.id");
        patch(customer.getString("tokens.accessToken"), "{\"marketingOptIn\":true,\"version\":0}")
                .statusCode(200);
        var support = staff.withRole("support");
        support.asks().body("{\"marketingOptIn\":true}").patch(user).then().statusCode(400);
        support.asks().body("{\"surname\":\"x\"}").patch(user).then().statusCode(400);
        support.asks()
                .body("{\"displayName\":\"Anna\",\"marketingOptIn\":false,\"version\":1}")
                .patch(user)
                .then()
                .statusCode(200)
                .body("profile.displayName", equalTo("Anna"))
                .body("profile.marketingSource", equalTo("staff"));
        support.asks()
                .body("{\"displayName\":\"B\",\"version\":1}")
                .patch(user)
                .then()
                .statusCode(412);
        support.asks().get("/api/v1/me").then().statusCode(200).body("profile.version", equalTo(0));
        patchAsStaff(support).statusCode(200).body("timeZone", equalTo("Asia/Tokyo"));
    }

    private static ValidatableResponse patchAsStaff(StaffMembers.Member member) {
        return member.asks()
                .body("{\"timeZone\":\"Asia/Tokyo\",\"version\":0}")
                .patch("/api/v1/me")
                .then();
    }
}
