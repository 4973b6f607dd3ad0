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
import java.util.List;
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
    void filters_narrow_the_list() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        String id = Logins.register("a." + mark + "@shop.test").extract().path("account.id");
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body("{\"tags\": [\"" + mark + "\"]}")
                .patch("/api/v1/users/" + id)
                .then()
                .statusCode(200);
        for (String yes :
                List.of(
                        "kind=customer",
                        "kind=customer&kind=staff",
                        "tag=" + mark + "&tag=other",
                        "emailVerified=false",
                        "createdFrom=2020-01-01T00:00:00Z&createdTo=2099-01-01T00:00:00Z")) {
            list("q=" + mark + "&" + yes).statusCode(200).body("items.id", contains(id));
        }
        for (String no :
                List.of(
                        "kind=staff",
                        "tag=other",
                        "emailVerified=true",
                        "telegramId=1",
                        "createdFrom=2099-01-01T00:00:00Z",
                        "createdTo=2020-01-01T00:00:00Z")) {
            list("q=" + mark + "&" + no).statusCode(200).body("items", hasSize(0));
        }
    }

    @Test
    void a_cursor_follows_the_list_to_its_end() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        for (String who : List.of("a.", "b.", "c.")) {
            Logins.register(who + mark + "@shop.test");
        }
        String query = "size=2&q=" + mark;
        String cursor =
                list(query)
                        .body(
                                "items.email",
                                contains("c." + mark + "@shop.test", "b." + mark + "@shop.test"))
                        .extract()
                        .path("nextCursor");
        list(query + "&cursor=" + cursor)
                .statusCode(200)
                .body("items.email", contains("a." + mark + "@shop.test"))
                .body("nextCursor", nullValue());
        list(query + "&sort=email").body("nextCursor", nullValue());
    }

    /** R48-R50 by the names of the first plan. */
    @Test
    void the_first_plans_addresses_lead_to_the_same() {
        String email = Logins.freshEmail();
        String id = Logins.register(email).extract().path("account.id");
        given().auth()
                .oauth2(admin)
                .get("/api/v1/users?q=" + email)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        given().auth()
                .oauth2(admin)
                .get("/api/v1/users/" + id)
                .then()
                .statusCode(200)
                .body("email", equalTo(email));
        given().auth().oauth2(Logins.newCustomer()).get("/api/v1/users").then().statusCode(403);
        given().get("/api/v1/users/" + id).then().statusCode(401);
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
                "kind=robot",
                "createdFrom=yesterday",
                "createdTo=2026-13-01T00:00:00Z",
                "telegramId=anna",
                "emailVerified=perhaps",
                "cursor=mine",
                "cursor=2026-01-31T10:00:00Z_00000000-0000-0000-0000-000000000001&page=1",
                "cursor=2026-01-31T10:00:00Z_00000000-0000-0000-0000-000000000001&sort=email",
                "tag=1&tag=2&tag=3&tag=4&tag=5&tag=6&tag=7&tag=8&tag=9&tag=10&tag=11&tag=12"
                        + "&tag=13&tag=14&tag=15&tag=16&tag=17&tag=18&tag=19&tag=20&tag=21",
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
