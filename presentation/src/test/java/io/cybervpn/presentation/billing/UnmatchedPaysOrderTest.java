package io.cybervpn.presentation.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.payment.ConfirmPayment;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.ledger.Purses;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that fits no payment pays an order that staff name, once. */
@QuarkusTest
class UnmatchedPaysOrderTest {
    private static final String GIVE_UP =
            "update sales_order set created_at = created_at - interval '9 hours',"
                    + " expires_at = now() - interval '1 hour', status = 'expired' where id = $1";

    @Inject ConfirmPayment confirmPayment;
    @Inject StaffMembers staff;
    @Inject Purses purses;
    @Inject Pool pool;

    private final String provider = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Member clerk;
    private String buyer;
    private AccountId buyerId;

    @BeforeEach
    void somebody_orders_and_somebody_decides() {
        clerk = staff.withRole("admin");
        buyer = Logins.newCustomer();
        buyerId = new AccountId(UUID.fromString(asks().get("/api/v1/me").path("id")));
    }

    private RequestSpecification asks() {
        return given().auth().oauth2(buyer).contentType(ContentType.JSON);
    }

    private String ordered() {
        return asks().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(OrdersTest.wish(TestPlans.BASIC, 30, "RUB"))
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String comes(Money money) {
        String reference = UUID.randomUUID().toString();
        ConfirmPayment.Command word =
                new ConfirmPayment.Command(
                        new PaymentId(UUID.randomUUID()),
                        provider,
                        new Receipt(reference, new Received.Exact(money), Instant.now()));
        assertThat(confirmPayment.execute(word).await().indefinitely())
                .isInstanceOf(ConfirmPayment.Result.NoSuchPayment.class);
        return UnmatchedId.of(provider, reference).value().toString();
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private ValidatableResponse pays(String money, String order) {
        return clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"kind\": \"pay_order\", \"orderId\": \"" + order + "\"}")
                .post("/api/v1/admin/unallocated/" + money + "/resolutions")
                .then();
    }

    private String status(String order) {
        return asks().get("/api/v1/orders/" + order).path("status");
    }

    private long wallet() {
        return purses.in(new LedgerAccount.CustomerWallet(buyerId), rub(0));
    }

    private long apart() {
        return purses.in(new LedgerAccount.Unallocated(provider), rub(0));
    }

    private void nothingDiffersFor(String... subjects) {
        List<String> found =
                given().auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .jsonPath()
                        .getList("differences.subject");
        assertThat(found).doesNotContain(subjects);
    }

    @Test
    void it_pays_the_order_and_what_is_over_is_its_buyers() {
        String order = ordered();
        String money = comes(rub(20_000));

        pays(money, order).statusCode(201).body("status", equalTo("done"));

        assertThat(status(order)).isEqualTo("paid");
        assertThat(wallet()).isEqualTo(100);
        assertThat(apart()).isZero();
        clerk.asks()
                .get("/api/v1/admin/unallocated?state=resolved&provider=" + provider)
                .then()
                .body("items[0].resolution.kind", equalTo("pay_order"))
                .body("items[0].resolution.orderId", equalTo(order));
        nothingDiffersFor(order, money, "unallocated-resolved:" + money);
    }

    @Test
    void an_order_that_was_given_up_is_paid_with_what_its_buyer_paid_before() {
        String order = ordered();
        pool.preparedQuery(GIVE_UP)
                .execute(Tuple.of(UUID.fromString(order)))
                .await()
                .indefinitely();
        purses.pay(buyerId, rub(9_900));
        String money = comes(rub(10_000));

        pays(money, order).statusCode(201);

        assertThat(status(order)).isEqualTo("paid");
        assertThat(wallet()).isZero();
        nothingDiffersFor(order, money);
    }

    @Test
    void what_its_buyer_was_given_counts_and_is_spent_first() {
        String order = ordered();
        purses.give(buyerId, rub(9_900), Instant.now(), Optional.empty());
        String little = comes(rub(9_999));
        String money = comes(rub(10_100));

        pays(little, order).statusCode(409).body("code", equalTo("not_enough_money"));
        pays(money, order).statusCode(201);

        assertThat(status(order)).isEqualTo("paid");
        assertThat(wallet()).isEqualTo(100);
        assertThat(granted()).isZero();
        nothingDiffersFor(order, money, buyerId.value().toString());
    }

    private long granted() {
        return purses.in(new LedgerAccount.CustomerGrant(buyerId), rub(0));
    }

    @Test
    void what_is_set_aside_for_it_counts_once() {
        purses.pay(buyerId, rub(4_900));
        purses.give(buyerId, rub(5_000), Instant.now(), Optional.empty());
        String order =
                asks().header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(
                                OrdersTest.wish(TestPlans.BASIC, 30, "RUB")
                                        .replaceFirst("\\{", "{\"useWallet\":true,"))
                        .post("/api/v1/orders")
                        .then()
                        .statusCode(201)
                        .body("fromWallet.amount", equalTo("99.00"))
                        .extract()
                        .path("id");
        String little = comes(rub(9_999));
        String money = comes(rub(10_000));

        pays(little, order).statusCode(409).body("code", equalTo("not_enough_money"));
        pays(money, order).statusCode(201);

        assertThat(status(order)).isEqualTo("paid");
        assertThat(wallet()).isZero();
        assertThat(granted()).isZero();
        assertThat(purses.in(new LedgerAccount.CustomerHold(buyerId), rub(0))).isZero();
        nothingDiffersFor(order, money, buyerId.value().toString());
    }

    @Test
    void of_many_who_decide_at_once_one_does() {
        String order = ordered();
        String money = comes(rub(19_900));

        List<Integer> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> pays(money, order).extract().statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
        assertThat(wallet()).isZero();
        assertThat(apart()).isZero();
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() {
        String order = ordered();
        String little = comes(rub(19_899));
        String euros = comes(new Money(19_900, Asset.EUR));

        pays(little, order).statusCode(409).body("code", equalTo("not_enough_money"));
        pays(euros, order).statusCode(409).body("code", equalTo("other_currency"));
        pays(little, UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", equalTo("order_not_found"));
        pays(UUID.randomUUID().toString(), order).statusCode(404);
        clerk.decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"kind\": \"pay_order\"}")
                .post("/api/v1/admin/unallocated/" + little + "/resolutions")
                .then()
                .statusCode(400);
        assertThat(status(order)).isEqualTo("awaiting_payment");
        assertThat(apart()).isEqualTo(19_899);

        purses.pay(buyerId, rub(1));
        pays(little, order).statusCode(201);
        pays(euros, order).statusCode(409).body("code", equalTo("order_paid"));
        assertThat(status(order)).isEqualTo("paid");
    }
}
