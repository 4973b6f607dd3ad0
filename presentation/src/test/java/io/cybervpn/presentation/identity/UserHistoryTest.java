package io.cybervpn.presentation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.KeyMaker.Program;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R55: what happened to a customer, from all parts of the shop. */
@QuarkusTest
class UserHistoryTest {
    @Inject StaffMembers staff;
    @Inject KeyMaker keys;
    @Inject Pool pool;

    private Member support;
    private String anna = "";

    @BeforeEach
    void meet() {
        support = staff.withRole("support");
        String email = Logins.freshEmail();
        anna = Logins.register(email).extract().path("account.id");
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
        Logins.logIn(email, "not the password of anna").statusCode(401);
    }

    private static String history(String customer) {
        return "/api/v1/admin/users/" + customer + "/history";
    }

    private static JsonPath read(Member by, String path) {
        return by.asks().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> pieces(Member by, String path, int limit) {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String from = cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get();
            JsonPath piece = read(by, path + "?limit=" + limit + from);
            piece.getList("items", Map.class).forEach(item -> seen.add(item.toString()));
            cursor = Optional.ofNullable(piece.getString("nextCursor"));
        }
        return seen;
    }

    private void edited(String tag) {
        support.asks()
                .body(Map.of("tags", List.of(tag)))
                .patch("/api/v1/admin/users/" + anna)
                .then()
                .statusCode(200);
    }

    /** As if a provider had closed it. */
    private void paid() {
        String insert =
                """
                insert into payment (id, subject, payer, provider, state, amount_minor, asset,
                    description, subscription_days, created_at, expires_at, closed_at)
                values ($1, $1, $2, 'cryptobot', 'expired', 19900, 'RUB', 'a test', 30,
                    now() - interval '1 day', now() - interval '1 hour', now() - interval '1 hour')""";
        pool.preparedQuery(insert)
                .execute(Tuple.of(UUID.randomUUID(), UUID.fromString(anna)))
                .await()
                .indefinitely();
    }

    @Test
    void it_tells_all_that_happened_newest_first() {
        paid();
        edited("vip");
        JsonPath piece = read(support, history(anna));

        List<String> types = piece.getList("items.type");
        assertThat(types.getFirst()).isEqualTo("users.edit");
        assertThat(types).contains("account.created", "security.logged_in", "payment.expired");
        assertThat(types.getLast()).isEqualTo("payment.expired");
        assertThat(piece.getString("items[0].actorId")).isEqualTo(support.id().value().toString());
        assertThat(piece.getString("items[0].details.changed")).isEqualTo("tags");
        assertThat(piece.getString("items[-1].amount.amount")).isEqualTo("199.00");
        assertThat(piece.getList("items.at", String.class).stream().map(java.time.Instant::parse))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void pieces_join_without_gap_and_stay_so_when_something_comes() {
        for (int i = 0; i < 4; i++) {
            edited("tag" + i);
        }
        // What failed is stored a moment later, at the time when it failed.
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> read(support, history(anna)).getList("items.type"),
                        types -> types.contains("security.login_failed"));
        List<String> whole = pieces(support, history(anna), 200);
        assertThat(whole).hasSizeGreaterThan(6).doesNotHaveDuplicates();
        assertThat(pieces(support, history(anna), 1)).isEqualTo(whole);
        String cursor = read(support, history(anna) + "?limit=2").getString("nextCursor");
        edited("later");
        JsonPath rest = read(support, history(anna) + "?limit=200&cursor=" + cursor);
        assertThat(rest.getList("items")).hasSize(whole.size() - 2);
    }

    @Test
    void who_may_not_see_payments_sees_the_rest() {
        paid();
        Program clerk = keys.of("users:read");
        List<String> types =
                clerk.asks().get(history(anna)).then().statusCode(200).extract().path("items.type");
        assertThat(types).contains("account.created").doesNotContain("payment.expired");
        keys.of("payments:read").asks().get(history(anna)).then().statusCode(403);
    }

    @Test
    void nobody_has_no_history_and_staff_neither() {
        for (String nobody :
                List.of(UUID.randomUUID().toString(), support.id().value().toString())) {
            support.asks()
                    .get(history(nobody))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not_found"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "cursor=mine",
                "cursor=2026-01-31T10:00:00Z_1_order.placed",
                "cursor=2026-01-31T10:00:00Z_00000000-0000-0000-0000-000000000001_'",
                "cursor=yesterday_00000000-0000-0000-0000-000000000001_order.placed"
            })
    void what_makes_no_sense_is_refused(String query) {
        support.asks().get(history(anna) + "?" + query).then().statusCode(400);
    }
}
