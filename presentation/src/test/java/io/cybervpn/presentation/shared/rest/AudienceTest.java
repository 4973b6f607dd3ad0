package io.cybervpn.presentation.shared.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R229: a token is accepted at the endpoints of its audience and nowhere else. */
@QuarkusTest
class AudienceTest {
    private static final Set<String> CUSTOMER = Set.of("cybervpn");
    private static final Set<String> STAFF = Set.of("admin");

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/admin", "/api/v1/admin/users", "/api/v1/admin/new/thing"})
    void the_back_office_is_for_staff_alone(String path) {
        assertThat(Audience.admits(STAFF, path)).isTrue();
        assertThat(Audience.admits(CUSTOMER, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders",
                "/api/v1/administrators",
                "/api/v1/mean",
                "/api/v1/authors",
                "/api/v1/something-new"
            })
    void what_nobody_named_is_for_customers_alone(String path) {
        assertThat(Audience.admits(CUSTOMER, path)).isTrue();
        assertThat(Audience.admits(STAFF, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/me", "/api/v1/auth/step-up", "/api/v1/sessions/1", "/api/v1/me/x"})
    void what_everybody_has_is_for_both_and_for_nobody_else(String path) {
        assertThat(Audience.admits(CUSTOMER, path)).isTrue();
        assertThat(Audience.admits(STAFF, path)).isTrue();
        assertThat(Audience.admits(Set.of("another shop"), path)).isFalse();
        assertThat(Audience.admits(Set.of(), path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/q/metrics", "/api/v2/me"})
    void outside_the_api_no_token_opens_anything(String path) {
        assertThat(Audience.admits(CUSTOMER, path)).isFalse();
        assertThat(Audience.admits(STAFF, path)).isFalse();
    }

    @Test
    void the_shop_refuses_a_good_token_at_the_wrong_door() {
        given().auth().oauth2(Logins.admin()).get("/api/v1/me").then().statusCode(200);
        refused(Logins.admin(), "/api/v1/orders");
        refused(Logins.newCustomer(), "/api/v1/admin/users");
        refused(Logins.newCustomer(), "/api/v1//admin/users");
        refused(Logins.newCustomer(), "/api/v1/me/../admin/users");
    }

    private static void refused(String token, String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }
}
