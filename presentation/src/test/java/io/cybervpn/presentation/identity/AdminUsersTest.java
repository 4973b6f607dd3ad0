package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R48, R54. */
@QuarkusTest
class AdminUsersTest {
    private String admin = "";

    @BeforeEach
    void log_in() {
        admin = Logins.admin();
    }

    private ValidatableResponse list(String query) {
        return given().auth().oauth2(admin).get("/api/v1/admin/users?" + query).then();
    }

    @Test
    void staff_see_who_they_are_and_what_they_may() {
        given().auth()
                .oauth2(admin)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(ShopWorld.ADMIN_EMAIL))
                .body("kind", equalTo("staff"))
                .body("permissions", hasItems("users:read", "catalogue:write"));
    }

    @Test
    void accounts_are_found_sorted_and_cut_into_pages() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        Logins.register("b." + mark + "@shop.test");
        Logins.register("a." + mark + "@shop.test");
        Logins.register("c." + mark + "@shop.test");
        list("q=" + mark + "&sort=email,asc&size=2")
                .statusCode(200)
                .body(
                        "items.email",
                        contains("a." + mark + "@shop.test", "b." + mark + "@shop.test"))
                .body("items[0].kind", equalTo("customer"))
                .body("page.number", equalTo(0))
                .body("page.size", equalTo(2))
                .body("page.total", equalTo(3))
                .body("page.totalPages", equalTo(2));
        list("q=" + mark + "&sort=email,desc&sort=id&page=1&size=2&count=false")
                .statusCode(200)
                .body("items.email", contains("a." + mark + "@shop.test"))
                .body("page.total", nullValue())
                .body("page.totalPages", nullValue());
        list("q=C." + mark).body("items", hasSize(1));
        list("q=" + mark + "&status=blocked").body("items", hasSize(0));
        list("q=" + mark + "&status=blocked&status=active").body("items", hasSize(3));
    }

    @Test
    void newest_come_first_and_the_total_is_exact() {
        int before = list("size=1").statusCode(200).extract().path("page.total");
        String email = Logins.freshEmail();
        String id = Logins.register(email).extract().path("account.id");
        list("size=1").body("items[0].email", equalTo(email));
        int after = list("size=1&status=active&status=blocked").extract().path("page.total");
        assertThat(after).isGreaterThanOrEqualTo(before + 1);
        list("q=" + id).body("items.email", contains(email));
    }

    @Test
    void an_unknown_sort_field_has_a_code_of_its_own() {
        list("sort=passwordHash,asc")
                .statusCode(400)
                .body("code", equalTo("sort_field_unknown"))
                .body("params.field", equalTo("passwordHash"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=0",
                "size=201",
                "page=-1",
                "status=asleep",
                "sort=email,up",
                "sort=email,asc,desc",
                "sort=email&sort=email,desc",
                "sort=id&sort=email&sort=createdAt&sort=id"
            })
    void what_makes_no_sense_is_refused(String query) {
        list(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation_failed"));
    }

    @Test
    void a_text_that_no_email_can_have_is_refused() {
        given().auth()
                .oauth2(admin)
                .queryParam("q", "a\0b")
                .get("/api/v1/admin/users")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/q"));
    }

    @Test
    void customers_and_strangers_see_nothing() {
        given().auth()
                .oauth2(Logins.newCustomer())
                .get("/api/v1/admin/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().get("/api/v1/admin/users").then().statusCode(401);
    }
}
