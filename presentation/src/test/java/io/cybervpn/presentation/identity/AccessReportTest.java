package io.cybervpn.presentation.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R66: the review of rights. */
@QuarkusTest
class AccessReportTest {
    private static final String REPORT = "/api/v1/admin/staff/access-report";

    @Inject StaffMembers staff;
    @Inject Pool pool;

    private static ValidatableResponse read(Member by) {
        return by.asks().get(REPORT).then();
    }

    private static String line(Member of) {
        return "items.find { it.id == '" + of.id().value() + "' }";
    }

    private void run(String statement, UUID id) {
        pool.preparedQuery(statement).execute(Tuple.of(id)).await().indefinitely();
    }

    @Test
    void it_says_who_may_what_by_which_role_and_until_when() {
        Member root = staff.withRole("super_admin");
        Member viewer = staff.withRole("viewer");
        run(
                """
                insert into role_assignment (account_id, role_code, assigned_at, expires_at)
                values ($1, 'support', now() - interval '2 days', now() - interval '1 day')""",
                viewer.id().value());

        read(root)
                .statusCode(200)
                .body("at", notNullValue())
                .body(line(root) + ".permissions", hasItems("roles:write", "users:erase"))
                .body(line(root) + ".roles[0].role", equalTo("super_admin"))
                .body(line(root) + ".roles[0].expiresAt", nullValue())
                .body(line(root) + ".lastLoginAt", notNullValue())
                .body(line(viewer) + ".roles.role", contains("support", "viewer"))
                .body(line(viewer) + ".roles.active", contains(false, true))
                .body(line(viewer) + ".roles[0].expiresAt", notNullValue())
                .body(line(viewer) + ".roles[0].permissions", hasItem("users:block"))
                .body(line(viewer) + ".permissions.findAll { it == 'users:block' }", empty());
    }

    @Test
    void it_says_who_has_a_second_factor() {
        Member with = staff.withRole("viewer");
        Member without = staff.withRole("viewer");
        for (Member member : new Member[] {with, without}) {
            run("delete from second_factor where account_id = $1", member.id().value());
        }
        run(
                """
                insert into second_factor (account_id, sealed_secret, active, last_step, recovery,
                    since) values ($1, 'sealed', true, 0, '', now())""",
                with.id().value());
        read(staff.withRole("admin"))
                .body(line(with) + ".secondFactor", equalTo(true))
                .body(line(without) + ".secondFactor", equalTo(false));
    }

    @Test
    void the_disabled_are_in_it_and_may_nothing() {
        Member gone = staff.withRole("admin");
        run("update account set status = 'blocked' where id = $1", gone.id().value());
        read(staff.withRole("viewer"))
                .body(line(gone) + ".status", equalTo("blocked"))
                .body(line(gone) + ".roles.active", contains(false))
                .body(line(gone) + ".permissions", empty());
    }

    @Test
    void it_is_not_for_everybody() {
        staff.withRole("support").asks().get(REPORT).then().statusCode(403);
    }
}
