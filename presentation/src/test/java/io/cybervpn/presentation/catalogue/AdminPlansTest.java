package io.cybervpn.presentation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R18, R19, R25: what staff edit. */
@QuarkusTest
class AdminPlansTest extends CatalogueStaff {
    @Inject Pool pool;

    @Test
    void a_plan_lives_from_creation_to_removal() {
        String code = freshCode();
        ValidatableResponse created = staff().body(plan(newProduct(), code)).post(PLANS).then();
        created.statusCode(201)
                .body("code", equalTo(code))
                .body("version", equalTo(1))
                .body("active", equalTo(true))
                .body("onSale", equalTo(true))
                .body("trafficReset", equalTo("no_reset"))
                .body("trafficLimitBytes", equalTo(9_000_000_000_000_000L))
                .body("terms.days", contains(30, 90))
                .body("terms[0].prices.amount", contains("4.00", "50"))
                .body("createdAt", notNullValue());
        String id = created.extract().path("id");
        shelf().body("items.code", hasItem(code));
        staff().get(PLANS + "/" + id)
                .then()
                .statusCode(200)
                .body("$", equalTo(created.extract().path("$")));
        staff().get(PLANS + "?size=200").then().statusCode(200).body("items.id", hasItem(id));
        staff().delete(PLANS + "/" + id).then().statusCode(204);
        shelf().body("items.code", not(hasItem(code)));
        staff().delete(PLANS + "/" + id).then().statusCode(404).body("code", equalTo("not_found"));
        staff().get(PLANS + "/" + id).then().statusCode(404);
    }

    @Test
    void an_edit_changes_what_it_names_and_nothing_else() {
        String product = newProduct();
        String id = newPlan(product, freshCode());
        Map<String, Object> patch = new HashMap<>();
        patch.put("version", 1);
        patch.put("trafficLimitBytes", null);
        Map<String, Object> names = new HashMap<>();
        names.put("ru", null);
        names.put("de", "Prüfung");
        patch.put("nameI18n", names);
        edit(id, patch)
                .statusCode(200)
                .body("version", equalTo(2))
                .body("trafficLimitBytes", nullValue())
                .body("deviceLimit", equalTo(3))
                .body("nameI18n", equalTo(Map.of("en", "Test", "de", "Prüfung")))
                .body("terms.days", contains(30, 90))
                .body("productId", equalTo(product));
    }

    private static final Map<String, Object> MACHINE =
            Map.of(
                    "kind",
                    "machine",
                    "cpuPercent",
                    150,
                    "memoryMib",
                    2048,
                    "diskMib",
                    10_240,
                    "databases",
                    1,
                    "backups",
                    2,
                    "ports",
                    0);

    @Test
    void a_plan_of_something_else_than_a_vpn_says_what_it_gives() {
        Map<String, Object> plan = plan(newProduct(), freshCode());
        plan.put("resources", MACHINE);
        String id =
                staff().body(plan)
                        .post(PLANS)
                        .then()
                        .statusCode(201)
                        .body("resources", equalTo(MACHINE))
                        .extract()
                        .path("id");
        edit(id, Map.of("version", 1, "resources", Map.of("memoryMib", 4096)))
                .statusCode(200)
                .body("resources.memoryMib", equalTo(4096))
                .body("resources.cpuPercent", equalTo(150));
        Map<String, Object> none = new HashMap<>();
        none.put("version", 2);
        none.put("resources", null);
        edit(id, none).statusCode(200).body("resources", nullValue());
    }

    @Test
    void resources_that_make_no_sense_are_refused_by_field() {
        Map<String, Object> plan = plan(newProduct(), freshCode());
        plan.put("resources", Map.of("kind", "line", "downKbit", 0, "ports", 5));
        staff().body(plan)
                .post(PLANS)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/resources/downKbit", "/resources/upKbit", "/resources/ports"));
    }

    @Test
    void a_stale_edit_is_refused_and_says_what_is_current() {
        String id = newPlan(newProduct(), freshCode());
        edit(id, Map.of("version", 1, "sortOrder", 5)).statusCode(200);
        edit(id, Map.of("version", 1, "sortOrder", 6))
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("version_stale"))
                .body("params.currentVersion", equalTo("2"));
        staff().get(PLANS + "/" + id).then().body("sortOrder", equalTo(5));
    }

    @Test
    void a_code_is_used_once() {
        String product = newProduct();
        String code = freshCode();
        String other = newPlan(product, freshCode());
        assertThat(newPlan(product, code)).isNotEqualTo(other);
        staff().body(plan(product, code))
                .post(PLANS)
                .then()
                .statusCode(409)
                .body("code", equalTo("code_taken"));
        edit(other, Map.of("version", 1, "code", code))
                .statusCode(409)
                .body("code", equalTo("code_taken"));
    }

    @Test
    void of_two_creations_or_edits_at_once_with_one_code_one_is_refused() {
        String product = newProduct();
        String code = freshCode();
        assertOneIsRefused(
                201,
                () -> staff().body(plan(product, code)).post(PLANS),
                () -> staff().body(plan(product, code)).post(PLANS));
        for (int round = 0; round < 10; round++) {
            Map<String, Object> patch = Map.of("version", 1, "code", freshCode());
            String one = newPlan(product, freshCode());
            String other = newPlan(product, freshCode());
            assertOneIsRefused(
                    200,
                    () -> staff().body(patch).patch(PLANS + "/" + one),
                    () -> staff().body(patch).patch(PLANS + "/" + other));
        }
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Map<String, Object> plan = plan(newProduct(), "Not A Code");
        plan.put("tier", "gold");
        plan.put("nameI18n", Map.of("ru", "Тест"));
        plan.put("trafficLimitBytes", 0);
        plan.put("serverGroups", List.of());
        plan.put(
                "terms",
                List.of(
                        Map.of("days", 31, "prices", List.of(price("1.001", "USD"))),
                        Map.of("days", 30, "prices", List.of(price("1", "DOGE")))));
        staff().body(plan)
                .post(PLANS)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/code",
                                "/tier",
                                "/nameI18n/en",
                                "/trafficLimitBytes",
                                "/serverGroups",
                                "/terms/0/days",
                                "/terms/0/prices/0/amount",
                                "/terms/1/prices/0/currency"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{}",
                "{\"version\": \"x\"}",
                "{\"version\": 1.5}",
                "{\"version\": 1, \"nonsense\": 1}",
                "{\"version\": 1, \"terms\": 5}",
                "{\"version\": 1, \"terms\": [null]}",
                "{\"version\": 1, \"serverGroups\": [null]}",
                "{\"version\": 1, \"nameI18n\": {\"en\": null}}",
                "{\"version\": 1, \"nameI18n\": {\"en\": \"a\\u0000b\"}}",
                "{\"version\": 1, \"deviceLimit\": 0}",
                "{\"version\": 1, \"deviceLimit\": {}}",
                "{\"version\": 1, \"productId\": \"nothing\"}",
                "{\"version\": 1, \"productId\": \"019b0000-0000-7000-8000-0000000000ff\"}",
                "{\"version\": 1, \"terms\": []}"
            })
    void an_edit_that_makes_no_sense_is_refused(String patch) {
        String id = newPlan(newProduct(), freshCode());
        staff().body(patch).patch(PLANS + "/" + id).then().statusCode(400);
        staff().get(PLANS + "/" + id).then().body("version", equalTo(1));
    }

    @Test
    void a_plan_that_was_ordered_stays() {
        String id = newPlan(newProduct(), freshCode());
        pool.preparedQuery(
                        """
                        insert into sales_order (id, account_id, request_key, status,
                            payment_method, plan_id, plan_code, tier, plan_name, term_days, asset,
                            price_minor, total_minor, traffic_reset, server_groups, created_at,
                            expires_at)
                        values ($1, $1, 'key', 'expired', 'none', $2, 'x', 'pro', '{}', 30, 'USD',
                            1, 1, 'no_reset', '{}', now(), now() + interval '1 hour')""")
                .execute(Tuple.of(UUID.randomUUID(), UUID.fromString(id)))
                .await()
                .indefinitely();
        staff().delete(PLANS + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("plan_in_use"));
        staff().get(PLANS + "/" + id).then().statusCode(200);
    }
}
