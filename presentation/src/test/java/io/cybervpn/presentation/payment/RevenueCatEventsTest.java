package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.sandbox.revenuecat.Subscribers.Wish;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to a purchase in an app store, and what follows here (R77, R273). */
@QuarkusTest
class RevenueCatEventsTest extends RevenueCatWorld {
    @Test
    void a_purchase_gives_the_mapped_plan_up_to_the_stores_end_and_no_money_to_the_books() {
        bought();

        Map<String, Object> given = buyer.subscriptions().getFirst();
        assertThat(given.get("planId")).isEqualTo(BASIC);
        assertThat(given.get("managedBy")).isEqualTo("app_store");
        assertThat(buyer.end()).isCloseTo(Instant.now().plus(MONTH), within(1, ChronoUnit.MINUTES));
        assertThat(count("select count(*) from payment where payer = $1")).isZero();
        assertThat(
                        count(
                                "select count(*) from ledger_posting where account_owner = $1::uuid::text"))
                .isZero();
        staff().queryParam("userId", buyer.id())
                .get("/api/v1/admin/store-purchases")
                .then()
                .statusCode(200)
                .body("items.product", hasItem(product))
                .body("items[0].subscriptionId", equalTo(given.get("id")));
    }

    @Test
    void a_cancellation_keeps_what_is_paid_and_an_expiration_ends_it() {
        bought();
        Instant end = buyer.end();

        revenueCat.subscribers().unsubscribe(buyer.id(), product);
        JsonObject paused = event("SUBSCRIPTION_PAUSED");
        assertThat(push(paused).deliver()).isEqualTo(200);
        awaitInbox(paused, "applied");
        assertThat(buyer.end()).isEqualTo(end);
        awaitStatus(buyer, "active");

        revenueCat.subscribers().expire(buyer.id(), product);
        awaitStatus(buyer, "expired");
    }

    @Test
    void grace_keeps_access_and_a_renewal_prolongs_it() {
        bought();
        Instant grace = buyer.end().plus(Duration.ofDays(6)).truncatedTo(ChronoUnit.SECONDS);
        revenueCat.subscribers().billingIssue(buyer.id(), product, grace);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(buyer.end()).isEqualTo(grace));

        assertThat(
                        revenueCat
                                .subscribers()
                                .buy(buyer.id(), Wish.of(product, MONTH.multipliedBy(2))))
                .isNotEmpty();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(buyer.end()).isAfter(grace));
        assertThat(buyer.subscriptions()).hasSize(1);
    }

    @Test
    void a_refund_revokes_and_its_reversal_gives_back() {
        bought();
        Instant end = buyer.end();

        revenueCat.subscribers().refund(buyer.id(), product);
        awaitStatus(buyer, "expired");

        revenueCat.subscribers().reverseRefund(buyer.id(), product);
        awaitStatus(buyer, "active");
        assertThat(buyer.end()).isEqualTo(end);
    }

    @Test
    void a_transfer_moves_what_was_bought() {
        bought();
        Buyer other = Buyer.fresh();

        revenueCat.subscribers().transfer(buyer.id(), other.id());

        awaitStatus(buyer, "expired");
        awaitStatus(other, "active");
    }

    @Test
    void a_product_that_stands_for_no_plan_is_served_once_staff_say_which() {
        String unmapped = product + "_new";
        assertThat(revenueCat.subscribers().buy(buyer.id(), Wish.of(unmapped, MONTH))).isNotEmpty();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                count(
                                                "select count(*) from store_customer where account_id = $1"
                                                        + " and unmapped")
                                        == 1);
        assertThat(buyer.subscriptions()).isEmpty();

        mapped(unmapped);

        awaitStatus(buyer, "active");
        staff().delete("/api/v1/admin/store-products/app_store/" + unmapped).then().statusCode(204);
        staff().delete("/api/v1/admin/store-products/app_store/" + unmapped).then().statusCode(404);
        staff().body(Map.of("planId", BASIC))
                .put("/api/v1/admin/store-products/App Store/x")
                .then()
                .statusCode(400);
        staff().body(Map.of("planId", UUID.randomUUID()))
                .put("/api/v1/admin/store-products/app_store/x")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_store_keeps_stays_on_its_plan_and_may_have_add_ons() {
        bought();
        String path = "/api/v1/subscriptions/" + buyer.subscriptions().getFirst().get("id");

        given().auth()
                .oauth2(buyer.token())
                .contentType("application/json")
                .body(
                        Map.of(
                                "planId",
                                "019b0000-0000-7000-8000-000000000012",
                                "termDays",
                                30,
                                "currency",
                                "RUB"))
                .post(path + "/change-plan?preview=true")
                .then()
                .statusCode(409)
                .body("code", equalTo("kept_by_store"));
        String addOn = given().get("/api/v1/add-ons").path("items[0].id");
        given().auth()
                .oauth2(buyer.token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("addOnId", addOn, "currency", "RUB", "paymentMethod", "cryptobot"))
                .post(path + "/add-ons")
                .then()
                .statusCode(201);
    }

    @Test
    void what_a_store_keeps_is_not_renewed_here() {
        bought();
        String id = (String) buyer.subscriptions().getFirst().get("id");

        given().auth()
                .oauth2(buyer.token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        Map.of(
                                "planId",
                                BASIC,
                                "termDays",
                                30,
                                "currency",
                                "RUB",
                                "paymentMethod",
                                "cryptobot",
                                "subscriptionId",
                                id))
                .post("/api/v1/orders")
                .then()
                .statusCode(409)
                .body("code", equalTo("subscription_of_app_store"));

        String agreed =
                """
                {"enabled":true,"method":"wallet","termDays":30,"consentVersion":"2026-11",
                 "shownPrice":{"amount":"199.00","currency":"RUB"}}""";
        given().auth()
                .oauth2(buyer.token())
                .contentType("application/json")
                .body(agreed)
                .put("/api/v1/subscriptions/" + id + "/auto-renew")
                .then()
                .statusCode(409)
                .body("code", equalTo("subscription_of_app_store"));
        assertThat(count("select count(*) from renewal_cycle where account_id = $1")).isZero();
    }
}
