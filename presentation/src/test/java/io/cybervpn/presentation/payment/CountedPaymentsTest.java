package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list that is longer than anybody counts says so. */
@QuarkusTest
class CountedPaymentsTest {
    private static final String FILL =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, closed_at)
            select gen_random_uuid(), gen_random_uuid(), $1, 'cryptobot', 'expired', 100, 'RUB', 'Pro', 30,
                timestamptz '2020-01-01 00:00:00Z', timestamptz '2020-01-02 00:00:00Z',
                timestamptz '2020-01-02 00:00:00Z'
            from generate_series(1, $2) n""";

    @Inject Pool pool;

    private final UUID payer = UUID.randomUUID();

    private void fill(int rows) {
        pool.preparedQuery(FILL).execute(Tuple.of(payer, rows)).await().indefinitely();
    }

    @AfterEach
    void leaveNothing() {
        pool.preparedQuery("delete from payment where payer = $1")
                .execute(Tuple.of(payer))
                .await()
                .indefinitely();
    }

    private ValidatableResponse list(String more) {
        return given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/payments?accountId=" + payer + more)
                .then()
                .statusCode(200);
    }

    @Test
    void ten_thousand_are_counted_and_more_are_at_least_as_many() {
        fill(10_000);
        list("").body("page.total", equalTo(10_000)).body("page.totalRelation", equalTo("exact"));
        fill(3);
        list("").body("page.total", equalTo(10_000))
                .body("page.totalPages", equalTo(400))
                .body("page.totalRelation", equalTo("at_least"));
        list("&page=400")
                .body("items", hasSize(3))
                .body("page.total", equalTo(10_003))
                .body("page.totalRelation", equalTo("at_least"));
    }
}
