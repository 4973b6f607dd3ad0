package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * While a newer version is rolled out, the older one sells on a database that has more columns
 * (R291).
 */
@QuarkusTest
class NewerVersionTest {
    private static final List<String> TABLES =
            List.of("payment", "refund", "invoice", "subscription", "renewal_cycle", "access");

    @Inject Pool pool;

    @BeforeEach
    void migrate() {
        alter("add column of_a_newer_version text default 'more'");
    }

    @AfterEach
    void go_back() {
        alter("drop column of_a_newer_version");
    }

    private void alter(String what) {
        TABLES.forEach(
                table ->
                        pool.query("alter table " + table + " " + what)
                                .execute()
                                .await()
                                .indefinitely());
    }

    @Test
    void columns_that_this_version_does_not_know_stop_no_sale() {
        String plan =
                given().get("/api/v1/plans?currency=RUB&size=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items.find { it.code == 'basic' }.id");
        Shopper shopper = Shopper.register();
        JsonPath order =
                shopper.ordered(
                        new JsonObject()
                                .put("planId", plan)
                                .put("termDays", 30)
                                .put("currency", "RUB")
                                .put("paymentMethod", "cryptobot"));
        shopper.pay(order);

        String id = shopper.settled(order).getString("subscriptionId");
        assertThat(shopper.connectable(id).getString("status")).isEqualTo("active");
        assertThat(shopper.get("/subscriptions").getLong("page.total")).isEqualTo(1);
        assertThat(shopper.get("/invoices").getLong("page.total")).isPositive();
    }
}
