package io.cybervpn.presentation.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.renewal.RunRenewals;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R95, R96: renewed by itself from the wallet, on one database and by many. */
@QuarkusTest
class AutoRenewTest {
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ON =
            """
            {"enabled":true,"method":"wallet","termDays":30,"consentVersion":"2026-11",
             "shownPrice":{"amount":"%s","currency":"RUB"}}""";

    @Inject Customers customers;
    @Inject Purses purses;
    @Inject ShopClock clock;
    @Inject RunRenewals runRenewals;
    @Inject Pool pool;

    private Customer buyer;

    @BeforeEach
    void somebody_comes() {
        buyer = customers.someone();
        // What tests of the store leave behind is of subscriptions that never were.
        pool.query(
                        "delete from renewal_cycle where subscription_id not in"
                                + " (select id from subscription)")
                .execute()
                .await()
                .indefinitely();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    /** A subscription that was bought from the wallet. */
    private String subscribe(RequestSpecification asks, AccountId owner) {
        purses.pay(owner, rub(19_900));
        String order =
                asks.header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(
                                "{\"planId\":\"%s\",\"termDays\":30,\"currency\":\"RUB\",\"paymentMethod\":\"wallet\"}"
                                        .formatted(BASIC))
                        .post("/api/v1/orders")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        await().atMost(PATIENCE).until(() -> watched(owner) == 1);
        assertThat(order).isNotNull();
        return one(
                "select id::text as x from subscription where account_id = $1",
                Tuple.of(owner.value()));
    }

    private String one(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("x");
    }

    private long watched(AccountId owner) {
        return count("renewal_cycle where account_id = $1", owner);
    }

    private long paidOrders() {
        return count("sales_order where status = 'paid' and account_id = $1", buyer.id());
    }

    private long count(String what, AccountId owner) {
        return Long.parseLong(
                one("select count(*)::text as x from " + what, Tuple.of(owner.value())));
    }

    private ValidatableResponse put(String id, String body) {
        return buyer.asks().body(body).put(path(id)).then();
    }

    private static String path(String id) {
        return "/api/v1/subscriptions/" + id + "/auto-renew";
    }

    private void run() {
        runRenewals.execute(new RunRenewals.Command(500)).await().indefinitely();
    }

    @Test
    void the_price_and_the_date_are_shown_then_agreed_to_and_taken_back() {
        String id = subscribe(buyer.asks(), buyer.id());

        buyer.asks()
                .header("Accept-Language", "ru")
                .get(path(id) + "?termDays=30&currency=RUB")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("price.amount", equalTo("199.00"))
                .body("chargeAt", notNullValue())
                .body("consent.version", equalTo("2026-11"))
                .header("Content-Language", equalTo("ru"));
        put(id, ON.formatted("198.99"))
                .statusCode(409)
                .body("code", equalTo("price_changed"))
                .body("params.price", equalTo("199.00"));
        put(id, ON.formatted("199.00").replace("2026-11", "1999-01"))
                .statusCode(409)
                .body("code", equalTo("consent_text_changed"));
        put(id, ON.formatted("199.00").replace("30", "31"))
                .statusCode(422)
                .body("code", equalTo("not_for_sale"));
        put(id, "{\"enabled\":true,\"method\":\"wallet\"}").statusCode(400);
        put(id, ON.formatted("199.00"))
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("agreedPrice.amount", equalTo("199.00"))
                .body("agreedAt", notNullValue());
        put(id, "{\"enabled\":false}")
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("agreedPrice", nullValue());

        assertThat(count("renewal_consent where account_id = $1", buyer.id())).isEqualTo(2);
        customers.someone().asks().get(path(id)).then().statusCode(404);
        customers.someone().asks().body("{\"enabled\":false}").put(path(id)).then().statusCode(404);
    }

    @Test
    void many_instances_at_once_charge_one_period_once_and_the_books_agree() {
        String id = subscribe(buyer.asks(), buyer.id());
        purses.pay(buyer.id(), rub(3 * 19_900));
        put(id, ON.formatted("199.00")).statusCode(200);
        clock.advance(Duration.ofDays(29).plusMinutes(1));

        IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.runAsync(this::run))
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(PATIENCE).until(() -> watched(buyer.id()) == 2);
        run();

        assertThat(paidOrders()).isEqualTo(2);
        buyer.asks()
                .get("/api/v1/wallet")
                .then()
                .body("balances[0].available.amount", equalTo("398.00"));
        assertThat(
                        one(
                                "select string_agg(state, ' ' order by period_end) as x from"
                                        + " renewal_cycle where account_id = $1",
                                Tuple.of(buyer.id().value())))
                .isEqualTo("paid planned");
        assertNothingDiffersFor(id);
    }

    private void assertNothingDiffersFor(String subscription) {
        List<String> subjects =
                RestAssured.given()
                        .auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList("differences.subject");
        assertThat(subjects).doesNotContain(subscription, buyer.id().value().toString());
    }

    @Test
    void who_is_not_renewed_reads_it_in_his_mail() {
        String email = Logins.freshEmail();
        JsonPath customer = Logins.register(email).extract().jsonPath();
        AccountId account = new AccountId(UUID.fromString(customer.getString("account.id")));
        String token = customer.getString("tokens.accessToken");
        subscribe(
                RestAssured.given().auth().oauth2(token).contentType("application/json"), account);
        clock.advance(Duration.ofDays(23).plusMinutes(1));

        run();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(ShopWorld.sandbox().mails().to(email))
                                        .anySatisfy(
                                                mail ->
                                                        assertThat(mail.source())
                                                                .contains("ends soon")));
    }

    @Test
    void staff_change_the_policy_of_a_plan_with_a_version_and_a_reason() {
        String path = "/api/v1/admin/dunning-policies";
        String plan = path + "/plans/" + UUID.randomUUID();
        String body =
                """
                {"version":%d,"days":{"remindDaysBefore":[5,1],"chargeDaysBefore":2,
                 "retryDays":[2,4],"graceDays":3,"terminateDays":%s}}""";

        staff().body(body.formatted(0, "null")).put(plan).then().statusCode(400);
        staff("why")
                .body(body.formatted(0, "null"))
                .put(plan)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("days.graceDays", equalTo(3));
        staff("why")
                .body(body.formatted(0, "20"))
                .put(plan)
                .then()
                .statusCode(412)
                .body("code", equalTo("version_stale"));
        staff("why").body(body.formatted(1, "3")).put(plan).then().statusCode(400);
        staff().get(path)
                .then()
                .statusCode(200)
                .body("items[0].scope", equalTo("default"))
                .body("items.days.graceDays", hasItem(3));
        staff("why").delete(plan + "?version=1").then().statusCode(204);
        staff("why").delete(plan + "?version=1").then().statusCode(412);
    }

    private static RequestSpecification staff(String reason) {
        return staff().header("X-Reason", reason);
    }

    private static RequestSpecification staff() {
        return RestAssured.given().auth().oauth2(Logins.admin()).contentType("application/json");
    }
}
