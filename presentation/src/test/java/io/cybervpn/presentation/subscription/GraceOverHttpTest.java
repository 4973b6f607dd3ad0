package io.cybervpn.presentation.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.proof.port.PaidDays;
import io.cybervpn.application.provisioning.KeepUsage;
import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.ledger.Purses;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small service after an end and after a limit, over HTTP, with panel, link and proof. */
@QuarkusTest
class GraceOverHttpTest {
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";
    private static final String POLICIES = "/api/v1/admin/dunning-policies";
    private static final long GIFT = 100L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject Customers customers;
    @Inject StaffMembers staff;
    @Inject Purses purses;
    @Inject ShopClock clock;
    @Inject SweepPanel sweep;
    @Inject KeepUsage keepUsage;
    @Inject PaidDays paidDays;
    @Inject Pool pool;

    private Customer owner;

    @BeforeEach
    void somebody_comes() {
        owner = customers.someone();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private ValidatableResponse policy(String service) {
        return RestAssured.given()
                .auth()
                .oauth2(Logins.admin())
                .contentType("application/json")
                .header("X-Reason", "a decision of a test")
                .body(
                        """
                        {"version":0,"days":{"remindDaysBefore":[],"chargeDaysBefore":0,"retryDays":[],
                         "graceDays":3,"terminateDays":null,"graceService":%s}}"""
                                .formatted(service))
                .put(POLICIES + "/users/" + owner.id().value())
                .then();
    }

    private static String service(String groups, boolean afterEnd, int afterLimitHours) {
        return """
               {"trafficBytes":%d,"serverGroups":%s,"afterEnd":%b,"afterLimitHours":%d}"""
                .formatted(GIFT, groups, afterEnd, afterLimitHours);
    }

    private void order(String more) {
        purses.pay(owner.id(), new Money(19_900, Asset.RUB));
        owner.asks(UUID.randomUUID().toString())
                .body(
                        """
                        {"planId":"%s","termDays":30,"currency":"RUB","paymentMethod":"wallet"%s}"""
                                .formatted(BASIC, more))
                .post("/api/v1/orders")
                .then()
                .statusCode(201);
    }

    private String subscribe() {
        order("");
        await().atMost(PATIENCE).until(() -> !text("link").isEmpty());
        await().atMost(PATIENCE).until(() -> text("status").equals("ready"));
        return text("id");
    }

    /** Of the wish, or the link. */
    private String text(String what) {
        String sql =
                """
                select case $2::text when 'id' then a.id::text when 'status' then a.status
                    when 'traffic' then a.traffic_limit_bytes::text when 'groups' then a.server_groups::text
                    when 'link' then coalesce(a.subscription_url, '') end as x
                from access a where a.account_id = $1""";
        var rows =
                pool.preparedQuery(sql)
                        .execute(Tuple.of(owner.id().value(), what))
                        .await()
                        .indefinitely();
        return rows.rowCount() == 0 ? "" : rows.iterator().next().getString("x");
    }

    private ValidatableResponse view(String id) {
        return owner.asks().get("/api/v1/subscriptions/" + id).then().statusCode(200);
    }

    private void awaitGrace(String id, String reason) {
        await().atMost(PATIENCE)
                .until(() -> reason.equals(view(id).extract().path("grace.reason")));
        await().atMost(PATIENCE).until(() -> text("status").equals("ready"));
    }

    private void awaitNone(String id) {
        await().atMost(PATIENCE).until(() -> view(id).extract().path("grace") == null);
        await().atMost(PATIENCE).until(() -> text("status").equals("ready"));
    }

    private long told(String id) {
        return pool.preparedQuery(
                        "select count(*) from outbox where payload::text like '%' || $1 || '%'"
                                + " and handler = 'provisioning.grace-mail'")
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    /** Not even what is a moment old. */
    private void nothing_differs_for(String id) {
        assertThat(
                        paidDays
                                .differences(clock.instant(), Duration.ZERO, 10_000)
                                .await()
                                .indefinitely()
                                .stream()
                                .filter(difference -> difference.subject().equals(id)))
                .isEmpty();
    }

    @Test
    void after_the_end_a_little_is_given_and_a_payment_gives_all_back_at_once() {
        policy(service("[]", true, 0))
                .statusCode(200)
                .body("days.graceService.trafficBytes", equalTo((int) GIFT))
                .body("days.graceService.afterEnd", equalTo(true));
        String id = subscribe();
        String whole = text("traffic");
        String path = URI.create(view(id).extract().path("access.subscriptionUrl")).getPath();
        view(id).body("grace", nullValue());

        clock.advance(Duration.ofDays(30).plusMinutes(1));
        awaitGrace(id, "end");

        view(id).body("grace.trafficBytes", equalTo((int) GIFT));
        assertThat(text("traffic")).isEqualTo(String.valueOf(GIFT));
        String announced =
                RestAssured.given()
                        .header("User-Agent", "v2rayNG/1.9.40")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .header("subscription-userinfo", containsString("total=" + GIFT))
                        .extract()
                        .header("announce");
        assertThat(decoded(announced)).contains("has ended: 100 MiB more until");
        nothing_differs_for(id);

        order(",\"subscriptionId\":\"%s\"".formatted(id));
        awaitNone(id);

        assertThat(text("traffic")).isEqualTo(whole);
        view(id).body("status", equalTo("active"));
        assertThat(told(id)).isEqualTo(1);
        nothing_differs_for(id);
    }

    private static String decoded(String header) {
        assertThat(header).startsWith("base64:");
        return new String(
                Base64.getDecoder().decode(header.substring("base64:".length())),
                StandardCharsets.UTF_8);
    }

    @Test
    void after_a_limit_it_is_given_once_however_many_look_and_more_time_ends_it() throws Exception {
        assertThat(policy(service("[]", false, 24)).extract().statusCode()).isEqualTo(200);
        String id = subscribe();
        long whole = Long.parseLong(text("traffic"));
        ShopWorld.sandbox().panel().addTraffic(name(id), whole);

        counted(id, whole);
        awaitGrace(id, "limit");

        assertThat(text("traffic")).isEqualTo(String.valueOf(whole + GIFT));
        nothing_differs_for(id);
        ShopWorld.sandbox().panel().addTraffic(name(id), GIFT);
        counted(id, whole + GIFT);
        assertThat(told(id)).isEqualTo(1);

        staff.withRole("admin")
                .decides()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"days\":3}")
                .post("/api/v1/admin/subscriptions/" + id + "/extend")
                .then()
                .statusCode(200);
        awaitNone(id);
        assertThat(text("traffic")).isEqualTo(String.valueOf(whole));
        counted(id, whole + GIFT);
        view(id).body("grace", nullValue());
        assertThat(told(id)).isEqualTo(1);
        nothing_differs_for(id);
    }

    private static String name(String id) {
        return PanelUsername.of(new AccessId(UUID.fromString(id))).text();
    }

    /** By two instances at once, and each byte once. */
    private void counted(String id, long bytes) throws Exception {
        pool.query("update panel_sweep set started_at = timestamptz '1970-01-01T00:00:00Z'")
                .execute()
                .await()
                .indefinitely();
        SweepPanel.Result swept =
                sweep.execute(new SweepPanel.Command(Duration.ZERO, 250)).await().indefinitely();
        assertThat(swept).isInstanceOf(SweepPanel.Result.Swept.class);
        Callable<KeepUsage.Result> work = () -> keepUsage.execute().await().indefinitely();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (var instance : threads.invokeAll(List.of(work, work))) {
                instance.get();
            }
        }
        assertThat(inAll(id)).isEqualTo(bytes);
    }

    private long inAll(String id) {
        return pool.preparedQuery("select total_bytes from traffic_meter where access_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void a_service_that_nobody_could_be_given_is_refused_and_changes_nothing() {
        for (String bad :
                List.of(
                        service("[]", false, 0),
                        service("[\"A\",\"A\"]", true, 0),
                        service("[\" \"]", true, 0),
                        service("[]", true, 721),
                        "{\"trafficBytes\":1,\"afterEnd\":true}")) {
            policy(bad).statusCode(400).body("code", equalTo("validation_failed"));
        }
        policy(service("[\"Basic\"]", true, 720))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("days.graceService.serverGroups[0]", equalTo("Basic"));
    }
}
