package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.provisioning.KeepUsage;
import io.cybervpn.application.provisioning.MailOnTrafficThresholdReached;
import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R160, R161: usage over REST, and the notice about it, though every push of the panel is lost. */
@QuarkusTest
class UsageResourceTest {
    private static final long GIGABYTE = 1_000_000_000L;

    @Inject Customers customers;
    @Inject SweepPanel sweep;
    @Inject KeepUsage keepUsage;
    @Inject MailOnTrafficThresholdReached mail;
    @Inject Pool pool;

    @BeforeEach
    void the_last_sweep_is_long_ago_and_pushes_are_lost() {
        pool.query("update panel_sweep set started_at = timestamptz '1970-01-01T00:00:00Z'")
                .execute()
                .await()
                .indefinitely();
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
    }

    @AfterEach
    void let_the_panel_be() {
        ShopWorld.sandbox().panel().faults().clear();
    }

    private void used(Customer customer, long bytes) {
        ShopWorld.sandbox().panel().addTraffic(PanelUsername.of(customer.access()).text(), bytes);
        SweepPanel.Result result =
                sweep.execute(new SweepPanel.Command(Duration.ZERO, 250)).await().indefinitely();
        assertThat(result).isInstanceOf(SweepPanel.Result.Swept.class);
    }

    private long count(Customer customer, String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(customer.access().value().toString()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private long notices(Customer customer) {
        return count(
                customer,
                "select coalesce(max(told), 0) from (select count(*) as told from outbox"
                        + " where payload::text like '%' || $1 || '%'"
                        + " and event_type = 'provisioning.traffic-threshold'"
                        + " group by handler) each_listener");
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    }

    @Test
    void a_customer_sees_his_days_and_two_instances_count_and_tell_once() throws Exception {
        Customer customer = customers.granted();
        used(customer, 41 * GIGABYTE);

        Callable<KeepUsage.Result> work = () -> keepUsage.execute().await().indefinitely();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<KeepUsage.Result>> instances =
                    Stream.generate(() -> threads.submit(work)).limit(4).toList();
            for (Future<KeepUsage.Result> instance : instances) {
                instance.get();
            }
        }
        assertThat(
                        count(
                                customer,
                                "select total_bytes from traffic_meter where access_id::text = $1"))
                .as("each byte once")
                .isEqualTo(41 * GIGABYTE);

        customer.asks()
                .get(customer.path("usage"))
                .then()
                .statusCode(200)
                .body("usedBytes", equalTo(41 * GIGABYTE))
                .body("limitBytes", equalTo(50 * GIGABYTE))
                .body("totalBytes", equalTo(41 * GIGABYTE))
                .body("periodSince", notNullValue())
                .body("items", hasSize(30))
                .body("items[29].bytes", equalTo(41 * GIGABYTE))
                .body("items[29].day", equalTo(today().toString()))
                .body("items[29].node", nullValue());
        assertThat(notices(customer)).isEqualTo(1);
        used(customer, GIGABYTE);
        assertThat(keepUsage.execute().await().indefinitely().counted()).isPositive();
        assertThat(notices(customer)).isEqualTo(1);
    }

    @Test
    void by_node_it_is_the_panels_word_and_a_silent_panel_is_said_so() {
        Customer customer = customers.granted();
        used(customer, 3 * GIGABYTE);
        customer.asks()
                .get(customer.path("usage?group=node&from=" + today()))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].bytes", notNullValue())
                .body("items[0].day", nullValue());
        ShopWorld.sandbox()
                .panel()
                .faults()
                .add(
                        Fault.of(Fault.Kind.DROP_BEFORE, 0)
                                .times(1)
                                .on("GET", "/api/bandwidth-stats"));

        customer.asks()
                .get(customer.path("usage?group=node"))
                .then()
                .statusCode(503)
                .body("code", equalTo("panel_unavailable"));
        customer.asks().get(customer.path("usage")).then().statusCode(200);
    }

    @Test
    void bad_spans_get_a_problem_and_staff_see_what_customers_see() {
        Customer customer = customers.granted();
        for (String bad :
                new String[] {
                    "from=nonsense",
                    "group=moon",
                    "from=2026-02-02&to=2026-02-02",
                    "from=2020-01-01&to=2026-01-01",
                    "to=%2B999999-01-01"
                }) {
            customer.asks()
                    .get(customer.path("usage?" + bad))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("validation_failed"));
        }
        String path = "/api/v1/admin/subscriptions/" + customer.access().value() + "/usage";
        given().auth()
                .oauth2(customers.admin())
                .get(path)
                .then()
                .statusCode(200)
                .body("usedBytes", equalTo(0));
        customer.asks().get(path).then().statusCode(403);
    }

    @Test
    void the_mail_is_in_his_language_and_not_sent_when_it_is_late() {
        String email = Logins.freshEmail();
        String account = Logins.register(email).extract().path("account.id");
        TrafficThresholdReached reached =
                new TrafficThresholdReached(
                        customers.granted().access(),
                        new AccountId(UUID.fromString(account)),
                        90,
                        45L << 30,
                        50L << 30,
                        Instant.now());
        mail.handle(reached).await().indefinitely();

        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(ShopWorld.sandbox().mails().to(email))
                                        .anySatisfy(
                                                sent ->
                                                        assertThat(sent.source())
                                                                .contains("90%", "50 GiB")));
        int before = ShopWorld.sandbox().mails().to(email).size();
        TrafficThresholdReached late =
                new TrafficThresholdReached(
                        reached.access(),
                        reached.account(),
                        95,
                        1,
                        2,
                        Instant.now().minus(Duration.ofDays(2)));
        mail.handle(late).await().indefinitely();
        assertThat(ShopWorld.sandbox().mails().to(email)).hasSize(before);
    }
}
