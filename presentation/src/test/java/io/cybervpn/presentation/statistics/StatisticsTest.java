package io.cybervpn.presentation.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The figures against a shop whose figures were computed by hand (R104, R224-R226); docs/metrics.md
 * has the sums.
 */
@QuarkusTest
class StatisticsTest {
    private static final String JANUARY = "from=2031-01-01T00:00:00Z&to=2031-02-01T00:00:00Z";
    private static final String UNTIL_MARCH = "from=2031-02-01T00:00:00Z&to=2031-03-05T00:00:00Z";
    private static final String ALL = "from=2031-01-01T00:00:00Z&to=2031-03-05T00:00:00Z";

    @Inject FixtureShop shop;

    @BeforeEach
    void open() {
        shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_first_month_is_as_computed_by_hand() {
        JsonPath january = get("overview?currency=BTC&" + JANUARY);

        assertThat(amounts(january.getMap("revenue")))
                .isEqualTo(
                        Map.of(
                                "gross", "0.00014100",
                                "refunds", "0.00000000",
                                "fees", "0.00000100",
                                "net", "0.00014000",
                                "earned", "0.00004540",
                                "received", "0.00014100",
                                "mrr", "0.00005700",
                                "deferred", "0.00009560"));
        Map<String, Object> customers = january.getMap("customers");
        assertThat(customers)
                .containsEntry("opened", 2)
                .containsEntry("payingAtStart", 0)
                .containsEntry("payingAtEnd", 2)
                .containsEntry("gained", 2)
                .containsEntry("lost", 0)
                .containsEntry("churnBp", null);
        assertThat(january.getString("customers.arpu.amount")).isEqualTo("0.00007000");
        assertThat(january.getString("customers.ltv.amount")).isEqualTo("0.00007050");
    }

    @Test
    void what_goes_back_shortens_what_is_owed_and_who_leaves_is_lost() {
        JsonPath later = get("overview?currency=BTC&" + UNTIL_MARCH);

        assertThat(amounts(later.getMap("revenue")))
                .isEqualTo(
                        Map.of(
                                "gross", "0.00003000",
                                "refunds", "0.00005700",
                                "fees", "0.00000000",
                                "net", "-0.00002700",
                                "earned", "0.00004340",
                                "received", "0.00003000",
                                "mrr", "0.00001800",
                                "deferred", "0.00002520"));
        Map<String, Object> customers = later.getMap("customers");
        assertThat(customers)
                .containsEntry("payingAtStart", 2)
                .containsEntry("payingAtEnd", 1)
                .containsEntry("gained", 0)
                .containsEntry("lost", 1)
                .containsEntry("churnBp", 5000);
        assertThat(later.getString("customers.arpu.amount")).isEqualTo("-0.00001350");
        assertThat(later.getString("customers.ltv.amount")).isEqualTo("0.00003800");
    }

    @ParameterizedTest
    @CsvSource({
        "gross_revenue,0.00014100 0.00003000 0.00000000",
        "refunds,0.00000000 0.00005700 0.00000000",
        "fees,0.00000100 0.00000000 0.00000000",
        "net_revenue,0.00014000 -0.00002700 0.00000000",
        "received,0.00014100 0.00003000 0.00000000",
        "mrr,0.00005700 0.00004800 0.00001800"
    })
    void money_over_the_months_is_as_computed_by_hand(String metric, String amounts) {
        assertThat(points(metric, "points.amount.amount")).isEqualTo(List.of(amounts.split(" ")));
    }

    @Test
    void what_is_earned_sums_to_what_was_sold_and_kept_but_for_what_is_owed() {
        List<String> earned = points("earned_revenue", "points.amount.amount");

        assertThat(earned.getFirst()).isEqualTo("0.00004540");
        assertThat(earned.stream().mapToLong(StatisticsTest::minor).sum())
                .isEqualTo(17_100 - 5_700 - 2_520);
    }

    @ParameterizedTest
    @CsvSource({
        "new_customers,2 1 0",
        "new_subscriptions,2 1 0",
        "started_payments,3 1 0",
        "captured_payments,2 0 0",
        "paying_customers,2 2 1"
    })
    void numbers_over_the_months_are_as_computed_by_hand(String metric, String counts) {
        assertThat(read(metric).getList("points.count", Long.class))
                .isEqualTo(Stream.of(counts.split(" ")).map(Long::valueOf).toList());
    }

    @Test
    void cohorts_keep_what_they_brought_and_lose_what_went_back() {
        JsonPath read = get("cohorts?currency=BTC&" + ALL);

        assertThat(read.getList("cohorts.monthAt"))
                .isEqualTo(List.of("2031-01-01T00:00:00Z", "2031-02-01T00:00:00Z"));
        assertThat(read.getList("cohorts.customers")).isEqualTo(List.of(2, 1));
        assertThat(read.getList("cohorts[0].ages.payers")).isEqualTo(List.of(2, 0));
        assertThat(read.getList("cohorts[0].ages.retentionBp")).isEqualTo(List.of(10_000, 0));
        assertThat(read.getList("cohorts[0].ages.ltv.amount"))
                .isEqualTo(List.of("0.00007050", "0.00005700"));
        assertThat(read.getList("cohorts[1].ages.net.amount")).isEqualTo(List.of("0.00000000"));
    }

    @Test
    void a_provider_is_judged_by_what_was_begun_there() {
        Map<String, Object> nobody =
                get("providers?" + ALL).getMap("providers.find { it.provider == 'nobody' }");

        assertThat(nobody)
                .containsEntry("currency", "BTC")
                .containsEntry("started", 4)
                .containsEntry("captured", 2)
                .containsEntry("expired", 1)
                .containsEntry("failed", 1)
                .containsEntry("open", 0)
                .containsEntry("conversionBp", 5000)
                .containsEntry("secondsToPay", 90);
    }

    @Test
    void what_was_begun_at_a_provider_is_told_over_time() {
        assertThat(counts("started_payments", "nobody")).containsExactly(3L, 1L, 0L);
        assertThat(counts("captured_payments", "nobody")).containsExactly(2L, 0L, 0L);
        assertThat(counts("started_payments", "somebody")).containsExactly(0L, 0L, 0L);
    }

    private static List<Long> counts(String metric, String provider) {
        return read(metric + "&provider=" + provider).getList("points.count", Long.class);
    }

    @Test
    void without_a_stretch_it_is_the_last_thirty_days() {
        JsonPath usual = get("series?metric=new_customers");

        assertThat(usual.getList("points")).hasSizeBetween(30, 31);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview?currency=XXX&" + JANUARY,
                "overview?currency=BTC&from=2031-02-01T00:00:00Z&to=2031-02-01T00:00:00Z",
                "overview?currency=BTC&from=yesterday&to=2031-02-01T00:00:00Z",
                "series?metric=happiness&" + JANUARY,
                "series?metric=mrr&step=hour&" + JANUARY,
                "series?metric=mrr&provider=nobody&" + JANUARY,
                "series?metric=mrr&step=day&from=2029-01-01T00:00:00Z&to=2031-01-01T00:00:00Z",
                "cohorts?currency=BTC&from=2011-01-01T00:00:00Z&to=2031-01-01T00:00:00Z"
            })
    void a_question_that_has_no_answer_is_refused(String question) {
        given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/stats/" + question)
                .then()
                .statusCode(400);
    }

    private static List<String> points(String metric, String path) {
        return read(metric).getList(path);
    }

    private static JsonPath read(String metric) {
        return get("series?metric=" + metric + "&currency=BTC&step=month&" + ALL);
    }

    private static Map<String, String> amounts(Map<String, Map<String, String>> money) {
        return money.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().get("amount")));
    }

    private static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(8).longValueExact();
    }

    private static JsonPath get(String question) {
        return given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/stats/" + question)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
