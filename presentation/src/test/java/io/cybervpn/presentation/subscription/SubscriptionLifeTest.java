package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R52, R53, R67: what owners and staff do with a subscription, over HTTP, with panel and proof. */
@QuarkusTest
class SubscriptionLifeTest {
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";
    private static final String ADMIN = "/api/v1/admin/subscriptions";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject Customers customers;
    @Inject StaffMembers staff;
    @Inject Purses purses;
    @Inject ShopClock clock;
    @Inject Pool pool;

    private Customer owner;
    private StaffMembers.Member admin;

    @BeforeEach
    void somebody_comes() {
        owner = customers.someone();
        admin = staff.withRole("admin");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private String subscribe() {
        purses.pay(owner.id(), new Money(19_900, Asset.RUB));
        owner.asks(UUID.randomUUID().toString())
                .body(
                        "{\"planId\":\"%s\",\"termDays\":30,\"currency\":\"RUB\",\"paymentMethod\":\"wallet\"}"
                                .formatted(BASIC))
                .post("/api/v1/orders")
                .then()
                .statusCode(201);
        await().atMost(PATIENCE).until(() -> served().equals("true"));
        return text("select id::text as x from subscription where account_id = $1");
    }

    /** Whether the panel is to serve. */
    private String served() {
        return text(
                "select coalesce(string_agg(enabled::text, ' '), '') as x from access where"
                        + " account_id = $1");
    }

    private String text(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(owner.id().value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("x");
    }

    private ValidatableResponse extend(String id, String key, String body) {
        return admin.decides()
                .header("Idempotency-Key", key)
                .body(body)
                .post(ADMIN + "/" + id + "/extend")
                .then();
    }

    private Instant end(String id) {
        return Instant.parse(
                owner.asks().get("/api/v1/subscriptions/" + id).jsonPath().getString("expireAt"));
    }

    private void nothing_differs_for(String id) {
        List<String> subjects =
                RestAssured.given()
                        .auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList("differences.subject");
        assertThat(subjects).doesNotContain(id, owner.id().value().toString());
    }

    @Test
    void free_days_are_given_once_per_key_and_taken_again() {
        String id = subscribe();
        Instant end = end(id);
        String key = UUID.randomUUID().toString();

        IntStream.range(0, 12)
                .mapToObj(
                        _ ->
                                CompletableFuture.runAsync(
                                        () -> extend(id, key, "{\"days\":10}").statusCode(200)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(end(id)).isEqualTo(end.plus(Duration.ofDays(10)));
        extend(id, key, "{\"days\":11}")
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        extend(id, "other", "{\"days\":0}").statusCode(400);
        extend(id, "other", "{\"days\":5,\"version\":77}")
                .statusCode(412)
                .body("code", equalTo("version_stale"));
        extend(id, UUID.randomUUID().toString(), "{\"days\":-50}").statusCode(200);
        assertThat(end(id)).isBefore(Instant.now().plusSeconds(5));
        extend(UUID.randomUUID().toString(), "third", "{\"days\":1}").statusCode(404);
        admin.asks()
                .get(ADMIN + "/" + id)
                .then()
                .statusCode(200)
                .body("history.kind", contains("order", "staff", "staff"))
                .body("history.why", hasItem("a decision of a test"))
                .body("record.unpaid", equalTo(false));
        nothing_differs_for(id);
    }

    @Test
    void a_pause_ends_the_access_and_its_end_brings_it_and_the_time_back() {
        String id = subscribe();
        Instant end = end(id);
        String path = "/api/v1/subscriptions/" + id;

        owner.asks().post(path + "/pause").then().statusCode(200).body("status", equalTo("paused"));
        await().atMost(PATIENCE).until(() -> served().equals("false"));
        owner.asks().post(path + "/pause").then().statusCode(409);
        clock.advance(Duration.ofDays(5));
        nothing_differs_for(id);
        owner.asks()
                .post(path + "/resume")
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));

        await().atMost(PATIENCE).until(() -> served().equals("true"));
        assertThat(Duration.between(end.plus(Duration.ofDays(5)), end(id)))
                .isBetween(Duration.ZERO, PATIENCE.plus(PATIENCE));
        owner.asks()
                .post(path + "/resume")
                .then()
                .statusCode(409)
                .body("code", equalTo("not_paused"));
        nothing_differs_for(id);
    }

    @Test
    void a_suspended_one_is_not_served_until_staff_say_so_and_a_pause_ends_by_itself() {
        String id = subscribe();
        Instant end = end(id);

        steer(id, "suspend", "{\"timeRuns\":true}").body("status", equalTo("suspended"));
        await().atMost(PATIENCE).until(() -> served().equals("false"));
        owner.asks()
                .post("/api/v1/subscriptions/" + id + "/pause")
                .then()
                .statusCode(409)
                .body("code", equalTo("subscription_suspended"));
        steer(id, "unsuspend", "{}").body("status", equalTo("active"));
        assertThat(end(id)).isEqualTo(end);

        owner.asks().post("/api/v1/subscriptions/" + id + "/pause").then().statusCode(200);
        clock.advance(Duration.ofDays(31));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                text("select status as x from subscription where account_id = $1")
                                        .equals("active"));
        steer(id, "terminate", "{}").body("status", equalTo("terminated"));
        await().atMost(PATIENCE).until(() -> served().equals("false"));
        nothing_differs_for(id);
    }

    private ValidatableResponse steer(String id, String deed, String body) {
        return admin.decides()
                .body(body)
                .post(ADMIN + "/" + id + "/" + deed)
                .then()
                .statusCode(200);
    }

    @Test
    void a_plan_is_granted_without_payment_and_prolonged_by_the_next_grant() {
        JsonPath known = Logins.register(Logins.freshEmail()).extract().jsonPath();
        owner =
                new Customer(
                        new AccountId(UUID.fromString(known.getString("account.id"))),
                        known.getString("tokens.accessToken"));
        String path = "/api/v1/admin/users/" + owner.id().value() + "/grant";
        String body = "{\"planId\":\"%s\",\"days\":10}".formatted(BASIC);
        String key = UUID.randomUUID().toString();

        for (String once : List.of(key, key, UUID.randomUUID().toString())) {
            admin.decides()
                    .header("Idempotency-Key", once)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(200);
        }

        await().atMost(PATIENCE).until(() -> served().equals("true"));
        String id = text("select id::text as x from subscription where account_id = $1");
        assertThat(Duration.between(Instant.now(), end(id)))
                .isBetween(Duration.ofDays(19), Duration.ofDays(20));
        admin.asks()
                .get(ADMIN + "?status=active&userId=" + owner.id().value())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].unpaid", equalTo(true))
                .body("items[0].subscription.id", equalTo(id));
        admin.asks().get(ADMIN + "?status=nonsense").then().statusCode(400);
        staff.withRole("viewer")
                .decides()
                .header("Idempotency-Key", "k")
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        nothing_differs_for(id);
    }
}
