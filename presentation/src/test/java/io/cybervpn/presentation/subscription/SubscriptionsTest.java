package io.cybervpn.presentation.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Purchase;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.Leftovers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R107, R141: what a customer has. */
@QuarkusTest
class SubscriptionsTest {
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    @Inject Customers customers;
    @Inject Subscriptions subscriptions;
    @Inject UnitOfWork unitOfWork;
    @Inject Leftovers leftovers;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Customer owner;

    @BeforeEach
    void somebody_comes() {
        owner = customers.someone();
    }

    @AfterEach
    void nothing_is_left() {
        leftovers.takeAway();
    }

    /** Stored without the event, so that no panel hears of it. */
    private String open(Purchase purchase) {
        Extended opened = Subscription.open(Purchases.subscriptionId(), owner.id(), purchase, now);
        unitOfWork
                .run(
                        () ->
                                subscriptions
                                        .append(opened.extension())
                                        .chain(() -> subscriptions.add(opened.subscription())))
                .await()
                .indefinitely();
        return opened.subscription().service().id().value().toString();
    }

    @Test
    void a_subscription_shows_what_is_owed_and_how_far_the_access_is() {
        String id = open(Purchases.purchase(30, now));

        owner.asks()
                .get(SUBSCRIPTIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("planName", equalTo("Pro"))
                .body("status", equalTo("active"))
                .body("startedAt", equalTo(now.toString()))
                .body("expireAt", equalTo(now.plus(30, ChronoUnit.DAYS).toString()))
                .body("trafficLimitBytes", equalTo(100_000_000_000L))
                .body("usedTrafficBytes", nullValue())
                .body("deviceLimit", equalTo(3))
                .body("access.status", equalTo("pending"))
                .body("access.subscriptionUrl", nullValue());
    }

    @Test
    void unlimited_is_null_and_names_follow_the_language() {
        String id = open(Purchases.purchase(365, now, Purchases.UNLIMITED));

        owner.asks()
                .header("Accept-Language", "ru-RU,ru;q=0.9")
                .get(SUBSCRIPTIONS + "/" + id)
                .then()
                .header("Content-Language", "ru")
                .header("Vary", containsString("Accept-Language"))
                .body("planName", equalTo("Про \"плюс\""))
                .body("trafficLimitBytes", nullValue())
                .body("deviceLimit", nullValue());
    }

    @Test
    void the_answer_says_its_language() {
        String id = open(Purchases.purchase(30, now));

        owner.asks().get(SUBSCRIPTIONS + "/" + id).then().header("Content-Language", "en");
        customers.someone().asks().get(SUBSCRIPTIONS).then().header("Content-Language", "en");
        owner.asks()
                .header("Accept-Language", "ru")
                .get(SUBSCRIPTIONS)
                .then()
                .header("Content-Language", "ru")
                .header("Vary", containsString("Accept-Language"));
        owner.asks()
                .header("Accept-Language", "de")
                .get(SUBSCRIPTIONS)
                .then()
                .header("Content-Language", "en");
    }

    @Test
    void a_list_shows_own_ones_newest_first() {
        String first = open(Purchases.purchase(30, now));
        String second = open(Purchases.purchase(90, now));

        owner.asks()
                .get(SUBSCRIPTIONS)
                .then()
                .statusCode(200)
                .body("items.id", contains(second, first))
                .body("page.number", equalTo(0))
                .body("page.total", equalTo(2));
        owner.asks()
                .get(SUBSCRIPTIONS + "?page=1&size=1&count=false")
                .then()
                .body("items.id", contains(first))
                .body("page.total", nullValue());
    }

    @Test
    void those_of_others_are_not_there() {
        String id = open(Purchases.purchase(30, now));
        Customer other = customers.someone();

        other.asks()
                .get(SUBSCRIPTIONS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
        other.asks().get(SUBSCRIPTIONS).then().body("items", hasSize(0));
        owner.asks().get(SUBSCRIPTIONS + "/" + UUID.randomUUID()).then().statusCode(404);
        owner.asks().get(SUBSCRIPTIONS + "/no-uuid").then().statusCode(404);
        given().get(SUBSCRIPTIONS + "/" + id).then().statusCode(401);
        given().get(SUBSCRIPTIONS).then().statusCode(401);
    }
}
