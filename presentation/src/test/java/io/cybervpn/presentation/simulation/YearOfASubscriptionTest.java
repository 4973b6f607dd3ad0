package io.cybervpn.presentation.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R26, R52, R53, R127, R160: one customer's year, from the trial to the end of all, through nothing
 * but the API: renewed by itself each month, paused, moved to another panel, which is dead for some
 * days and then played back, suspended, given days, and left at last. The books and the panels are
 * proven after each chapter.
 */
@QuarkusTest
@TestProfile(YearOfASubscriptionTest.Alone.class)
class YearOfASubscriptionTest {
    private static final String BASIC = "019b0000-0000-7000-8000-000000000011";

    /**
     * Charged two days before: the calendar goes by days, and one of them may begin just too early.
     */
    private static final String POLICY =
            """
            {"version":0,"days":{"remindDaysBefore":[7,3,1],"chargeDaysBefore":2,"retryDays":[1,3],
            "graceDays":3,"terminateDays":20}}""";

    private static final long GIGABYTE = 1_000_000_000L;
    private static final Duration TERM = Duration.ofDays(30);
    private static final Duration SOME_SECONDS = Duration.ofSeconds(30);

    @Inject Shop shop;
    @Inject Calendar calendar;
    @Inject Auditor auditor;

    private SandboxWorld second;
    private Subscriber he;

    /** A world like the other play's, and a database of its own. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return new OwnWorld().getConfigOverrides();
        }
    }

    @BeforeEach
    void open() {
        calendar.begin();
        second =
                SandboxWorld.start(
                        SandboxSettings.free(SandboxSettings.PANEL_2), SandboxTempo.quick());
        he = Subscriber.register(shop);
        he.decided("PUT", "/dunning-policies/plans/" + BASIC, new JsonObject(POLICY));
    }

    @AfterEach
    void let_time_be() {
        calendar.end();
        second.close();
    }

    @Test
    void a_year_passes_and_each_day_of_it_is_accounted_for() {
        tries();
        buys();
        usesMuch();
        pauses();
        moves();
        isServedByAPanelWithBadDays();
        isSuspendedAndConsoled();
        leaves();
    }

    /** Two days, once. */
    private void tries() {
        JsonObject trial = he.post("/trial", new JsonObject());
        calendar.turn();
        String id = trial.getString("subscriptionId");
        he.has(id);
        assertThat(he.on(first()).orElseThrow().getLong("trafficLimitBytes")).isEqualTo(2L << 30);
        calendar.untilDay(3);
        assertThat(he.get("/subscriptions/" + id).getString("status")).isEqualTo("expired");
        calendar.untilDay(6);
        assertThat(he.statusOn(first())).as("after the grace").isEqualTo("EXPIRED");
        assertThat(he.asks("/trial", new JsonObject()).code()).isEqualTo("trial_used");
    }

    /** By his wallet, and from now on each month. */
    private void buys() {
        he.credited("5000.00");
        JsonObject order =
                he.post(
                        "/orders",
                        new JsonObject()
                                .put("planId", BASIC)
                                .put("termDays", 30)
                                .put("currency", "RUB")
                                .put("paymentMethod", "wallet"));
        calendar.turn();
        he.has(he.get("/orders/" + order.getString("id")).getString("subscriptionId"));
        String path = he.path() + "/auto-renew";
        JsonObject shown = he.get(path + "?termDays=30&currency=RUB");
        he.set(
                path,
                new JsonObject()
                        .put("enabled", true)
                        .put("method", "wallet")
                        .put("termDays", 30)
                        .put("shownPrice", shown.getJsonObject("price"))
                        .put(
                                "consentVersion",
                                shown.getJsonObject("consent").getString("version")));
        assertThat(he.seen().getString("status")).isEqualTo("active");
        he.servedBy(first());
        proven();
    }

    /** Nine tenths of a month's traffic: the next month begins with nothing. */
    private void usesMuch() {
        Instant first = he.end();
        calendar.untilDay(20);
        first().panel()
                .addTraffic(he.on(first()).orElseThrow().getString("username"), 91 * GIGABYTE);
        calendar.sweep();
        calendar.turn();
        JsonObject usage = he.get(he.path() + "/usage");
        assertThat(usage.getLong("usedBytes")).isEqualTo(91 * GIGABYTE);
        calendar.untilDay(40);
        assertThat(he.end()).isEqualTo(first.plus(TERM));
        calendar.sweep();
        calendar.turn();
        assertThat(he.on(first()).orElseThrow().getLong("trafficLimitBytes"))
                .isEqualTo(100 * GIGABYTE);
        proven();
    }

    /** Ten days that he does not pay for. */
    private void pauses() {
        Instant before = he.end();
        he.post(he.path() + "/pause", new JsonObject());
        calendar.turn();
        assertThat(he.statusOn(first())).isEqualTo("DISABLED");
        Instant begun = calendar.now();
        calendar.untilDay(50);
        proven();
        he.post(he.path() + "/resume", new JsonObject());
        calendar.turn();
        Duration rest = Duration.between(begun, calendar.now());
        assertThat(Duration.between(before.plus(rest), he.end()).abs()).isLessThan(SOME_SECONDS);
        he.servedBy(first());
        proven();
    }

    /** To a panel of another version, and the link that his clients have goes on. */
    private void moves() {
        calendar.untilDay(90);
        String link = he.link();
        he.polls();
        String secondId = added();
        calendar.know(second, secondId);
        steer("transfer", new JsonObject().put("panelId", secondId));
        assertThat(he.on(first())).isEmpty();
        he.servedBy(second);
        assertThat(he.link()).isEqualTo(link);
        he.polls();
        proven();
    }

    /** It is down while a month is renewed, and later it forgets him. */
    private void isServedByAPanelWithBadDays() {
        Instant before = he.end();
        calendar.untilDay((int) Duration.between(Plot.OPENING, before).toDays() - 2);
        assertThat(he.end()).isEqualTo(before);
        he.polls();
        second.panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));
        while (!he.end().isAfter(before)) {
            calendar.untilDay(day() + 1);
            assertThat(calendar.now()).isBefore(before);
        }
        he.polls();
        second.panel().faults().clear();
        calendar.untilDay(day() + 1);
        he.servedBy(second);
        proven();

        Instant end = he.end();
        forget();
        calendar.sweep();
        calendar.turn();
        he.servedBy(second);
        assertThat(he.end()).isEqualTo(end);
        proven();
    }

    private void isSuspendedAndConsoled() {
        calendar.untilDay(200);
        steer("suspend", new JsonObject().put("timeRuns", false));
        Instant before = he.end();
        assertThat(he.statusOn(second)).isEqualTo("DISABLED");
        calendar.untilDay(202);
        steer("unsuspend", new JsonObject());
        he.servedBy(second);
        Instant end = he.end();
        assertThat(Duration.between(before.plus(Duration.ofDays(2)), end).abs())
                .isLessThan(SOME_SECONDS);
        steer("extend", new JsonObject().put("days", 7));
        assertThat(he.end()).isEqualTo(end.plus(Duration.ofDays(7)));
        he.servedBy(second);
        proven();
    }

    /** He wants no more: served to the end, then the grace, then nothing is left of him there. */
    private void leaves() {
        calendar.untilDay(330);
        he.servedBy(second);
        proven();
        he.set(he.path() + "/auto-renew", new JsonObject().put("enabled", false));
        Instant end = he.end();
        paidFor(end);
        calendar.untilDay((int) Duration.between(Plot.OPENING, end).toDays() + 2);
        assertThat(he.seen().getString("status")).isEqualTo("expired");
        calendar.untilDay((int) Duration.between(Plot.OPENING, end).toDays() + 22);
        assertThat(he.seen().getString("status")).isEqualTo("terminated");
        assertThat(he.statusOn(second)).isNotEqualTo("ACTIVE");
        proven();
    }

    /** His money is gone for months of time, ten days were paused, two held, and seven given. */
    private void paidFor(Instant end) {
        JsonObject order = he.get("/orders?size=200").getJsonArray("items").getJsonObject(0);
        long price = Subscriber.minor(order.getJsonObject("total"));
        long left = he.money();
        assertThat((500_000 - left) % price).isZero();
        Duration served = Duration.between(Instant.parse(he.seen().getString("startedAt")), end);
        Duration bought = TERM.multipliedBy((500_000 - left) / price);
        assertThat(served.minus(bought).minusDays(19).abs()).isLessThan(SOME_SECONDS);
    }

    private static SandboxWorld first() {
        return ShopWorld.sandbox();
    }

    private String added() {
        JsonObject wish =
                new JsonObject()
                        .put("name", "second " + UUID.randomUUID())
                        .put("kind", "remnawave")
                        .put("url", second.panelUrl().toString());
        String id = he.decided("POST", "/panels", wish).getString("id");
        JsonObject token = new JsonObject().put("value", SandboxSettings.PANEL_TOKEN);
        he.decided("PUT", "/panels/" + id + "/secrets/token", token);
        long version = shop.watch("/admin/panels/" + id).getLong("version");
        JsonObject active = new JsonObject().put("state", "active").put("version", version);
        he.decided("PATCH", "/panels/" + id, active);
        return id;
    }

    /** As a backup of before he came leaves it. */
    private void forget() {
        given().baseUri(second.panelUrl().toString())
                .header("Authorization", "Bearer " + SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .delete("/api/users/" + he.on(second).orElseThrow().getString("uuid"))
                .then()
                .statusCode(200);
    }

    private void steer(String deed, JsonObject how) {
        he.steered(deed, how);
        calendar.turn();
    }

    /** Neither the books nor the panels differ from what was paid and given. */
    private void proven() {
        assertThat(Auditor.words(auditor.prove())).isEmpty();
    }

    private int day() {
        return (int) Duration.between(Plot.OPENING, calendar.now()).toDays();
    }
}
