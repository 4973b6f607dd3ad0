package io.cybervpn.presentation.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.cybervpn.application.server.KeepServerHistory;
import io.cybervpn.application.server.MeasureServers;
import io.cybervpn.application.server.MeasureTraffic;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R150, R151, R180: what servers were like, and who may know it. */
@QuarkusTest
class HistoryTest extends ServerTestBase {
    @Inject KeepServerHistory keep;
    @Inject MeasureServers measure;
    @Inject MeasureTraffic measureTraffic;

    @AfterEach
    void forget_the_past() {
        for (String table :
                new String[] {"server_day", "server_sample", "server_hour", "server_date"}) {
            execute("delete from " + table + " where server_id = $1");
        }
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(UUID.fromString(id))).await().indefinitely();
    }

    /**
     * The day before yesterday it was up for eighteen hours, then down; it came back at midnight.
     */
    private void had_a_past() {
        execute(
                """
                insert into server_state (server_id, at, state)
                select $1, (date_trunc('day', now() at time zone 'UTC') - interval '48 hours' + h * interval '1 hour')
                    at time zone 'UTC', s
                from (values (0, 'online'), (18, 'offline'), (24, 'online')) v(h, s)
                on conflict do nothing""");
    }

    private KeepServerHistory.Result kept() {
        return keep.execute(KeepServerHistory.Command.STANDARD).await().indefinitely();
    }

    @Test
    void finished_days_add_up_and_are_the_same_however_often_they_are_written() {
        had_a_past();
        assertThat(kept().days()).isPositive();
        assertThat(kept().days()).isPositive();
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        String of = "days.find { it.day == '" + day + "' }.uptime";

        customer()
                .asks()
                .get("/api/v1/servers/" + id + "/stats")
                .then()
                .statusCode(200)
                .body("days", hasSize(30))
                .body(of + ".upSeconds", equalTo(18 * 3600))
                .body(of + ".downSeconds", equalTo(6 * 3600))
                .body(of + ".percent", equalTo("75.00"))
                .body("days[28].uptime.percent", equalTo("100.00"))
                .body("status", equalTo("online"));
        customer()
                .asks()
                .get("/api/v1/servers/" + UUID.randomUUID() + "/stats")
                .then()
                .statusCode(404);
    }

    @Test
    void everybody_sees_countries_and_nobody_sees_names_or_addresses() {
        had_a_past();
        assertThat(kept().days()).isPositive();
        String finland = "countries.find { it.country == 'FI' }";

        String tag =
                given().get("/api/v1/status")
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", containsString("max-age"))
                        .body(finland + ".servers", greaterThanOrEqualTo(1))
                        .body(finland + ".serving", greaterThanOrEqualTo(1))
                        .body(finland + ".days", hasSize(30))
                        .body(finland + ".days[28].uptime.downSeconds", equalTo(6 * 3600))
                        .body(not(containsString(name)))
                        .body(not(containsString(".sandbox.invalid")))
                        .extract()
                        .header("ETag");

        given().header("If-None-Match", tag).get("/api/v1/status").then().statusCode(304);
        staff().body("{\"message\":\"New disks\"}")
                .post(ADMIN + "/" + id + "/maintenance")
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag)
                .get("/api/v1/status")
                .then()
                .statusCode(200)
                .body(finland + ".maintenance.message", hasItem("New disks"));
    }

    @Test
    void bytes_and_people_are_measured_once_in_five_minutes() {
        nodes.set(name, new JsonObject().put("usersOnline", 7).put("trafficUsedBytes", 500));

        int first = measure.execute().await().indefinitely();
        int again = measure.execute().await().indefinitely();

        assertThat(first).isPositive();
        assertThat(again).isLessThan(first);
        assertThat(kept().forgotten()).isNotNegative();
        for (String step : new String[] {"five_minutes", "hour", "day"}) {
            staff().queryParam("step", step)
                    .queryParam("serverId", id)
                    .queryParam("from", LocalDate.now(ZoneOffset.UTC).minusDays(1) + "T00:00:00Z")
                    .get("/api/v1/monitoring/bandwidth")
                    .then()
                    .statusCode(200)
                    .body("points", hasSize(1))
                    .body("points[0].usersMax", equalTo(7))
                    .body("points[0].bytes", equalTo(0));
        }
    }

    @Test
    void a_silent_panel_leaves_a_gap() {
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));

        assertThat(measure.execute().await().indefinitely()).isZero();
        assertThat(measureTraffic.execute().await().indefinitely()).isZero();
    }

    @Test
    void sums_of_all_are_for_staff() {
        assertThat(measureTraffic.execute().await().indefinitely()).isEqualTo(1);

        long today =
                staff().get("/api/v1/monitoring/stats")
                        .then()
                        .statusCode(200)
                        .body("servers.online", greaterThan(0))
                        .body("panels[0].talks", equalTo(true))
                        .extract()
                        .jsonPath()
                        .getLong("trafficTodayBytes");
        assertThat(today).isNotNegative();
        customer().asks().get("/api/v1/monitoring/stats").then().statusCode(403);
        customer().asks().get("/api/v1/monitoring/health").then().statusCode(403);
        customer().asks().get("/api/v1/monitoring/bandwidth").then().statusCode(403);
    }

    @Test
    void the_parts_of_the_shop_say_how_they_are() {
        staff().get("/api/v1/monitoring/health")
                .then()
                .statusCode(200)
                .body("parts.find { it.kind == 'database' }.state", equalTo("up"))
                .body("parts.find { it.kind == 'valkey' }.state", equalTo("up"))
                .body("parts.find { it.kind == 'panel' }.state", equalTo("up"))
                .body("parts.findAll { it.kind == 'queue' }", hasSize(3))
                .body("parts.findAll { it.kind == 'provider' }.size()", greaterThan(0));
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));
        assertThat(nodes.synced().silent()).isEqualTo(1);

        staff().get("/api/v1/monitoring/health")
                .then()
                .body("state", equalTo("degraded"))
                .body("parts.find { it.kind == 'panel' }.state", equalTo("down"));
    }

    @Test
    void a_chart_of_too_many_points_or_of_no_time_is_refused() {
        staff().queryParam("from", "2020-01-01T00:00:00Z")
                .get("/api/v1/monitoring/bandwidth")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("too_many_points"));
        staff().queryParam("step", "second")
                .get("/api/v1/monitoring/bandwidth")
                .then()
                .statusCode(400);
        staff().queryParam("from", "2030-01-01T00:00:00Z")
                .queryParam("to", "2020-01-01T00:00:00Z")
                .get("/api/v1/monitoring/bandwidth")
                .then()
                .statusCode(400);
    }
}
