package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.billing.ExpireOrders;
import io.cybervpn.application.billing.OrdersOfAccount;
import io.cybervpn.application.ledger.WalletOfAccount;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that the wallet pays in part: what is set aside is spent or comes back, each once. */
@QuarkusTest
class MixedOrdersTest {
    private static final String ORDERS = "/api/v1/orders";
    private static final String WISH =
            OrdersTest.wish(TestPlans.BASIC, 30, "RUB")
                    .replace("\"cryptobot\"", "\"cryptobot\", \"useWallet\": true");
    private static final long PRICE = 19_900;
    private static final String RUN_OUT =
            "update sales_order set created_at = created_at - interval '9 hours',"
                    + " expires_at = now() - interval '1 hour' where account_id = $1";
    private static final String GIVE_UP_PAYMENTS =
            "update payment set state = 'expired', closed_at = now(), look_at = null"
                    + " where payer = $1 and state = 'pending'";

    @Inject Customers customers;
    @Inject StaffMembers staff;
    @Inject Purses purses;
    @Inject ExpireOrders expireOrders;
    @Inject OrdersOfAccount ordersOfAccount;
    @Inject WalletOfAccount walletOfAccount;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    private Customer buyer;

    @BeforeEach
    void somebody_comes() {
        buyer = customers.someone();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private Response place(String key) {
        return buyer.asks(key).body(WISH).post(ORDERS);
    }

    private JsonPath placed() {
        return place(UUID.randomUUID().toString()).then().statusCode(201).extract().jsonPath();
    }

    private JsonPath seen(JsonPath order) {
        return buyer.asks().get(ORDERS + "/" + order.getString("id")).jsonPath();
    }

    private void pay(JsonPath order) {
        var invoices = ShopWorld.sandbox().cryptoPay().invoices();
        invoices.pay(
                invoices.byPayload(order.getString("payment.id")).getFirst().getLong("invoice_id"));
    }

    private JsonPath paid(JsonPath order) {
        pay(order);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> seen(order), it -> it.getString("status").equals("paid"));
    }

    private long held(AccountId owner) {
        return purses.in(new LedgerAccount.CustomerHold(owner), rub(0));
    }

    private long paidMoney(AccountId owner) {
        return purses.in(new LedgerAccount.CustomerWallet(owner), rub(0));
    }

    private long granted(AccountId owner) {
        return purses.in(new LedgerAccount.CustomerGrant(owner), rub(0));
    }

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }

    private void sql(String statement) {
        pool.preparedQuery(statement).execute(Tuple.of(buyer.id().value())).await().indefinitely();
    }

    private void fill() {
        purses.pay(buyer.id(), rub(5_000));
        purses.give(buyer.id(), rub(3_000), Instant.now(), Optional.empty());
    }

    private void assertNothingDiffersFor(Object... subjects) {
        List<String> found =
                RestAssured.given()
                        .auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList("differences.subject");
        for (Object subject : subjects) {
            assertThat(found).doesNotContain(subject.toString());
        }
    }

    @Test
    void the_split_is_shown_before_and_the_rest_settles_the_order() {
        fill();
        buyer.asks()
                .body(OrdersTest.wish(TestPlans.BASIC, 30, "RUB"))
                .post(ORDERS + "/quotes")
                .then()
                .statusCode(200)
                .body("quote.total.amount", equalTo("199.00"))
                .body("granted.amount", equalTo("30.00"))
                .body("paid.amount", equalTo("50.00"))
                .body("toPay.amount", equalTo("119.00"));
        RestAssured.given()
                .contentType("application/json")
                .body(OrdersTest.wish(TestPlans.BASIC, 30, "RUB"))
                .post(ORDERS + "/quotes")
                .then()
                .statusCode(401);

        JsonPath order = placed();
        assertThat(order.getString("fromWallet.amount")).isEqualTo("80.00");
        assertThat(order.getString("toPay.amount")).isEqualTo("119.00");
        assertThat(held(buyer.id())).isEqualTo(8_000);
        assertNothingDiffersFor(order.getString("id"), buyer.id().value());

        JsonPath paid = paid(order);
        assertThat(paid.getString("payment.provider")).isEqualTo("cryptobot");
        assertThat(paid.getString("fromWallet.amount")).isEqualTo("80.00");
        assertThat(held(buyer.id()) + paidMoney(buyer.id()) + granted(buyer.id())).isZero();
        assertNothingDiffersFor(
                order.getString("id"), order.getString("payment.id"), buyer.id().value());
    }

    @Test
    void twenty_orders_at_once_hold_no_more_than_the_wallet_has() {
        fill();

        List<Integer> statuses =
                IntStream.range(0, 20)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> place("at once " + i).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).hasSize(20).containsOnly(201);
        assertThat(held(buyer.id())).isEqualTo(8_000);
        assertThat(paidMoney(buyer.id()) + granted(buyer.id())).isZero();
        List<Float> shares =
                buyer
                        .asks()
                        .get(ORDERS + "?size=50")
                        .jsonPath()
                        .getList("items.fromWallet.amount", String.class)
                        .stream()
                        .map(Float::parseFloat)
                        .toList();
        assertThat(shares).hasSize(20).filteredOn(share -> share > 0).containsExactly(80f);
        assertNothingDiffersFor(buyer.id().value());
    }

    @Test
    void an_order_that_runs_out_gives_back_once_however_many_give_it_up() {
        fill();
        JsonPath order = placed();
        sql(GIVE_UP_PAYMENTS);
        sql(RUN_OUT);

        IntStream.range(0, 8)
                .mapToObj(
                        _ ->
                                CompletableFuture.runAsync(
                                        () ->
                                                assertThat(
                                                                expireOrders
                                                                        .execute(
                                                                                new ExpireOrders
                                                                                        .Command(
                                                                                        1000))
                                                                        .await()
                                                                        .indefinitely())
                                                        .isNotNull()))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(seen(order).getString("status")).isEqualTo("expired");
        assertThat(seen(order).getString("fromWallet.amount")).isEqualTo("0.00");
        assertThat(held(buyer.id())).isZero();
        assertThat(paidMoney(buyer.id())).isEqualTo(5_000);
        assertThat(granted(buyer.id())).isEqualTo(3_000);
        assertNothingDiffersFor(order.getString("id"), buyer.id().value());

        paid(order);
        assertThat(paidMoney(buyer.id()) + granted(buyer.id())).isZero();
        assertNothingDiffersFor(order.getString("id"), buyer.id().value());
    }

    @Test
    void a_refund_goes_back_the_way_each_part_came_and_what_was_given_comes_back_as_given() {
        fill();
        JsonPath order = paid(placed());
        String walletPart =
                buyer.asks()
                        .get("/api/v1/payments")
                        .jsonPath()
                        .getString("items.find { it.provider == 'wallet' }.id");

        staff.withRole("admin")
                .decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"to\": \"wallet\"}")
                .post("/api/v1/admin/payments/" + walletPart + "/refunds")
                .then()
                .statusCode(201)
                .body("refund.amount.amount", equalTo("80.00"));
        staff.withRole("admin")
                .decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"to\": \"wallet\"}")
                .post("/api/v1/admin/payments/" + order.getString("payment.id") + "/refunds")
                .then()
                .statusCode(201)
                .body("refund.amount.amount", equalTo("119.00"));

        assertThat(granted(buyer.id())).isEqualTo(3_000);
        assertThat(paidMoney(buyer.id())).isEqualTo(5_000 + PRICE - 8_000);
        assertNothingDiffersFor(order.getString("id"), walletPart, buyer.id().value());
    }

    @Test
    void in_a_merge_what_is_set_aside_goes_with_its_order_and_is_paid_out_of_the_other() {
        purses.give(buyer.id(), rub(3_000), Instant.now(), Optional.empty());
        JsonPath order = placed();
        Customer other = customers.someone();

        inTransaction(
                () ->
                        ordersOfAccount
                                .merged(buyer.id(), other.id())
                                .chain(() -> walletOfAccount.merged(buyer.id(), other.id())));

        assertThat(held(buyer.id())).isZero();
        assertThat(held(other.id())).isEqualTo(3_000);
        assertNothingDiffersFor(order.getString("id"), buyer.id().value(), other.id().value());
    }

    @Test
    void an_erased_buyer_s_orders_wait_no_longer_and_nothing_stays_set_aside() {
        fill();
        JsonPath order = placed();

        inTransaction(() -> ordersOfAccount.erased(buyer.id()));

        assertThat(seen(order).getString("status")).isEqualTo("expired");
        assertThat(held(buyer.id())).isZero();
        assertThat(paidMoney(buyer.id())).isEqualTo(5_000);
        assertNothingDiffersFor(order.getString("id"), buyer.id().value());
    }
}
