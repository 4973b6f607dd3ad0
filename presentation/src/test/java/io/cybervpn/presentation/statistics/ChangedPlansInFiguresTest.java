package io.cybervpn.presentation.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a change of plan makes of the figures, by hand (docs/metrics.md): 3000 for 30 days from 1
 * January, on the 11th changed to a plan of 6000 for 30 days, so that 20 days become 10.
 */
@QuarkusTest
class ChangedPlansInFiguresTest {
    private static final String ID = "0fe80000-0000-7000-8000-0000000000";
    private static final String SINCE = "&from=2031-01-02T00:00:00Z&to=";

    @Inject Pool pool;

    @BeforeEach
    void plant() {
        run(
                List.of(
                        """
                        insert into account (id, kind, status, locale, created_at)
                        values ('#01', 'customer', 'active', 'en', timestamptz '2031-01-01Z')""",
                        """
                        insert into subscription (id, account_id, status, plan_id, plan_name,
                            traffic_reset, server_groups, started_at, expire_at)
                        values ('#02', '#01', 'active', '#01', '{}', 'no_reset', '{}',
                            timestamptz '2031-01-01Z', timestamptz '2031-01-21Z')""",
                        """
                        insert into sales_order (id, account_id, request_key, status, payment_method,
                            plan_id, plan_code, tier, plan_name, term_days, asset, price_minor,
                            total_minor, traffic_reset, server_groups, created_at, expires_at,
                            payment_id, paid_at)
                        values ('#03', '#01', 'planted', 'paid', 'nobody', '#01', 'planted', 'pro',
                            '{}', 30, 'TON', 3000, 3000, 'no_reset', '{}', timestamptz '2031-01-01Z',
                            timestamptz '2031-01-02Z', '#03', timestamptz '2031-01-01Z')""",
                        """
                        insert into subscription_extension (order_id, subscription_id, days, paid_at,
                            from_at, to_at, created_at, asset, paid_minor)
                        values ('#03', '#02', 30, timestamptz '2031-01-01Z', timestamptz '2031-01-01Z',
                            timestamptz '2031-01-31Z', timestamptz '2031-01-01Z', 'TON', 3000)""",
                        """
                        insert into subscription_change (id, subscription_id, key, from_plan, to_plan,
                            term_days, assets, minor, keeps_free_time, at, end_before, end_after)
                        values ('#04', '#02', 'planted', '#01', '#02', 30, '{TON}', '{6000}', false,
                            timestamptz '2031-01-11Z', timestamptz '2031-01-31Z',
                            timestamptz '2031-01-21Z')"""));
    }

    @AfterEach
    void take_away() {
        run(
                List.of(
                        "delete from subscription_change where id = '#04'",
                        "delete from subscription_extension where order_id = '#03'",
                        "delete from sales_order where id = '#03'",
                        "delete from subscription where id = '#02'",
                        "delete from account where id = '#01'"));
    }

    private void run(List<String> statements) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + String.join("; ", statements)
                                                                .replace("#", ID))
                                        .execute())
                .await()
                .indefinitely();
    }

    private static JsonPath figures(String day) {
        return given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/stats/overview?currency=TON" + SINCE + day + "T00:00:00Z")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "2031-01-06, 0.000003000, 0.000002500, 1",
        "2031-01-11, 0.000003000, 0.000002000, 1",
        "2031-01-16, 0.000006000, 0.000001000, 1",
        "2031-01-22, 0.000000000, 0.000000000, 0"
    })
    void what_was_left_is_served_by_the_new_plan(
            String day, String mrr, String deferred, int paying) {
        JsonPath then = figures(day);

        assertThat(then.getString("revenue.mrr.amount")).isEqualTo(mrr);
        assertThat(then.getString("revenue.deferred.amount")).isEqualTo(deferred);
        assertThat(then.getInt("customers.payingAtEnd")).isEqualTo(paying);
    }

    @Test
    void who_has_no_time_left_of_the_new_plan_is_lost() {
        assertThat(figures("2031-01-20").getInt("customers.lost")).isZero();
        assertThat(figures("2031-01-22").getInt("customers.lost")).isEqualTo(1);
    }

    @Test
    void the_database_reckons_the_end_as_the_shop_does() {
        assertThat(
                        pool.query(
                                        "select subscription_paid_until('#02') = expire_at as same"
                                                        .replace("#", ID)
                                                + " from subscription where id = '#02'"
                                                        .replace("#", ID))
                                .execute()
                                .await()
                                .indefinitely()
                                .iterator()
                                .next()
                                .getBoolean("same"))
                .isTrue();
    }
}
