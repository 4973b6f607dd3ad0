package io.cybervpn.presentation.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R44, R57-R62, R66. */
@QuarkusTest
class RolesTest {
    private static final String ROLES = "/api/v1/admin/roles";

    @Inject StaffMembers staff;

    private Member root;

    @BeforeEach
    void hire() {
        root = staff.withRole("super_admin");
    }

    private static String freshCode() {
        return "r" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, Object> role(String code, String... permissions) {
        return Map.of("code", code, "name", "Of a test", "permissions", List.of(permissions));
    }

    private static ValidatableResponse create(Member by, String code, String... permissions) {
        return by.decides().body(role(code, permissions)).post(ROLES).then();
    }

    private static String assignments(Member member) {
        return "/api/v1/admin/staff/" + member.id().value() + "/roles";
    }

    private static ValidatableResponse assign(Member by, Member to, String role) {
        return by.decides().put(assignments(to) + "/" + role).then();
    }

    private static void awaitPermissions(Member member, String... codes) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .untilAsserted(
                        () ->
                                member.asks()
                                        .get("/api/v1/me")
                                        .then()
                                        .body("permissions", containsInAnyOrder(codes)));
    }

    @Test
    void the_five_roles_are_there_and_stay_as_they_are() {
        root.asks()
                .get(ROLES)
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.builtIn }.code",
                        contains("super_admin", "admin", "operator", "support", "viewer"))
                .body("items.find { it.code == 'super_admin' }.permissions", hasItem("roles:write"))
                .body(
                        "items.find { it.code == 'viewer' }.permissions",
                        not(hasItem("users:write")));
        create(root, "viewer", "users:read").statusCode(409).body("code", equalTo("code_taken"));
        root.decides().delete(ROLES + "/support").then().statusCode(409);
        Map<String, Object> edit = new HashMap<>(role("admin", "users:read"));
        edit.put("version", 1);
        root.decides()
                .body(edit)
                .put(ROLES + "/admin")
                .then()
                .statusCode(409)
                .body("code", equalTo("role_built_in"));
    }

    @Test
    void the_catalogue_of_permissions_names_section_and_action() {
        root.asks()
                .get("/api/v1/admin/permissions")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("users:read", "users:erase", "audit:read"))
                .body("items.find { it.code == 'users:block' }.section", equalTo("users"))
                .body("items.find { it.code == 'users:block' }.action", equalTo("block"));
    }

    @Test
    void an_own_role_is_made_edited_and_removed() {
        String code = freshCode();
        create(root, code, "users:read")
                .statusCode(201)
                .body("version", equalTo(1))
                .body("builtIn", equalTo(false));
        create(root, code, "users:read").statusCode(409).body("code", equalTo("code_taken"));
        Map<String, Object> edit = new HashMap<>(role(code, "ledger:read"));
        edit.put("version", 1);
        root.decides()
                .body(edit)
                .put(ROLES + "/" + code)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("permissions", contains("ledger:read"));
        root.decides().body(edit).put(ROLES + "/" + code).then().statusCode(412);
        root.decides().delete(ROLES + "/" + code).then().statusCode(204);
        root.decides().delete(ROLES + "/" + code).then().statusCode(404);
    }

    @Test
    void a_role_takes_effect_with_its_assignment_and_its_edit_and_ends_with_it() {
        Member helper = staff.withRole("viewer");
        root.decides().delete(assignments(helper) + "/viewer").then().statusCode(200);
        awaitPermissions(helper);
        helper.asks().get("/api/v1/admin/users").then().statusCode(403);

        String code = freshCode();
        create(root, code, "users:read").statusCode(201);
        assign(root, helper, code)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].expiresAt", nullValue())
                .body("items[0].assignedBy", equalTo(root.id().value().toString()));
        awaitPermissions(helper, "users:read");
        helper.asks().get("/api/v1/admin/users").then().statusCode(200);
        root.decides()
                .delete(ROLES + "/" + code)
                .then()
                .statusCode(409)
                .body("code", equalTo("role_in_use"));

        root.decides().delete(assignments(helper) + "/" + code).then().statusCode(200);
        awaitPermissions(helper);
        root.decides().delete(assignments(helper) + "/" + code).then().statusCode(404);
    }

    @Test
    void an_assignment_may_end_by_itself() {
        Member helper = staff.withRole("viewer");
        root.decides()
                .body(Map.of("expiresAt", Instant.now().plusSeconds(2).toString()))
                .put(assignments(helper) + "/viewer")
                .then()
                .statusCode(200)
                .body("items[0].expiresAt", notNullValue());
        awaitPermissions(helper);
        root.decides()
                .body(Map.of("expiresAt", "2020-01-01T00:00:00Z"))
                .put(assignments(helper) + "/viewer")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/expiresAt"));
    }

    @Test
    void nobody_grants_what_he_does_not_hold() {
        String code = freshCode();
        create(root, code, "roles:write", "roles:read", "users:read", "staff:read").statusCode(201);
        Member lieutenant = staff.withRole(code);
        awaitPermissions(lieutenant, "roles:write", "roles:read", "users:read", "staff:read");
        String beyond = "beyond_own_rights";

        create(lieutenant, freshCode(), "users:read").statusCode(201);
        create(lieutenant, freshCode(), "users:erase")
                .statusCode(403)
                .body("code", equalTo(beyond));
        assign(lieutenant, lieutenant, "super_admin").statusCode(403).body("code", equalTo(beyond));
        assign(lieutenant, lieutenant, "admin").statusCode(403).body("code", equalTo(beyond));
        lieutenant
                .decides()
                .delete(assignments(root) + "/super_admin")
                .then()
                .statusCode(403)
                .body("code", equalTo(beyond));
        Map<String, Object> edit = new HashMap<>(role(code, "roles:write", "users:erase"));
        edit.put("version", 1);
        lieutenant
                .decides()
                .body(edit)
                .put(ROLES + "/" + code)
                .then()
                .statusCode(403)
                .body("code", equalTo(beyond));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"code\": \"x\"; \"name\": \"n\"; \"permissions\": []}, /code",
        "{\"code\": \"good\"; \"name\": \" \"; \"permissions\": []}, /name",
        "{\"code\": \"good\"; \"name\": \"n\"}, /permissions",
        "{\"code\": \"good\"; \"name\": \"n\"; \"permissions\": [\"users:fly\"]}, /permissions/0",
    })
    void what_makes_no_sense_is_refused_by_field(String body, String pointer) {
        root.decides()
                .body(body.replace(';', ','))
                .post(ROLES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void who_may_only_look_changes_nothing() {
        Member viewer = staff.withRole("viewer");
        viewer.asks().get(ROLES).then().statusCode(200);
        viewer.asks().get(assignments(root)).then().statusCode(200);
        create(viewer, freshCode(), "users:read")
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        assign(viewer, viewer, "viewer").statusCode(403);
        Member support = staff.withRole("support");
        support.asks().get(ROLES).then().statusCode(403);
        support.asks().get(assignments(root)).then().statusCode(403);
    }
}
