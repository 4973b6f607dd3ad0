package io.cybervpn.presentation.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** R19, R80: a plan is not removed under an order, whoever is quicker. */
@QuarkusTest
class RemovedPlanTest {
    private static final int ROUNDS = 10;

    @Inject Customers customers;
    @Inject TestPlans plans;

    @Test
    void an_order_and_the_removal_of_its_plan_at_once_never_both_succeed() {
        Customer buyer = customers.someone();
        String admin = Logins.admin();
        for (int round = 0; round < ROUNDS; round++) {
            String plan = plans.sold();
            CompletableFuture<Response> ordered =
                    CompletableFuture.supplyAsync(() -> order(buyer, plan));
            CompletableFuture<Response> removed =
                    CompletableFuture.supplyAsync(() -> remove(admin, plan));

            assertThat(outcome(ordered.join()) + ", " + outcome(removed.join()))
                    .isIn("201, 409 plan_in_use", "404 plan_not_found, 204");
        }
    }

    private static Response order(Customer buyer, String plan) {
        return buyer.asks(UUID.randomUUID().toString())
                .body(OrdersTest.wish(plan, 30, "RUB"))
                .post(OrdersTest.ORDERS);
    }

    private static Response remove(String admin, String plan) {
        return given().auth().oauth2(admin).delete("/api/v1/admin/plans/" + plan);
    }

    private static String outcome(Response response) {
        return response.statusCode() < 300
                ? String.valueOf(response.statusCode())
                : response.statusCode() + " " + response.jsonPath().getString("code");
    }
}
