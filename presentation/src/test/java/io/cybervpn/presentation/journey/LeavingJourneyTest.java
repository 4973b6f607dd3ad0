package io.cybervpn.presentation.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.domain.identity.AccountErased;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R51, R56: a customer is forgotten, and the money is not. */
@QuarkusTest
class LeavingJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject Pool pool;

    @AfterEach
    void put_the_world_back() {
        BreakableOutbox.repair();
        ShopWorld.sandbox().panel().faults().clear();
        ShopWorld.sandbox().cryptoPay().webhooks().release();
        ShopWorld.sandbox().cryptoPay().faults().clear();
    }

    static JsonObject wish() {
        String plan =
                given().get("/api/v1/plans?size=200")
                        .jsonPath()
                        .getString("items.find { it.code == 'basic' }.id");
        return new JsonObject()
                .put("planId", plan)
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }

    private static ValidatableResponse leave(Shopper shopper) {
        JsonObject body =
                new JsonObject()
                        .put("phrase", "DELETE " + shopper.email())
                        .put("proof", new JsonObject().put("password", shopper.password()));
        return shopper.asks().body(body.encode()).post("/api/v1/account/delete").then();
    }

    private String text(String sql, String account) {
        return String.valueOf(
                pool.preparedQuery(sql)
                        .execute(Tuple.of(UUID.fromString(account)))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getValue(0));
    }

    private static JsonObject panelUser(String subscription) {
        String name = PanelUsername.of(new AccessId(UUID.fromString(subscription))).text();
        return ShopWorld.sandbox().panel().users().byUsername(name).orElseThrow();
    }

    private static void awaitDisabled(String subscription) {
        await().atMost(PATIENCE)
                .until(() -> panelUser(subscription).getString("status").equals("DISABLED"));
    }

    @Test
    void who_leaves_is_forgotten_and_cut_off_and_his_payments_stay() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        shopper.pay(order);
        String subscription = shopper.settled(order).getString("subscriptionId");
        shopper.connectable(subscription);
        String account = shopper.get("/me").getString("id");
        shopper.asks()
                .get("/api/v1/account/delete")
                .then()
                .statusCode(200)
                .body("phrase", equalTo("DELETE " + shopper.email()))
                .body("lost.kind", hasItem("active_subscriptions"));

        leave(shopper).statusCode(204);

        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(401);
        login(shopper).statusCode(401).body("code", equalTo("wrong_credentials"));
        awaitDisabled(subscription);
        assertThat(text("select count(*) from payment where payer = $1", account)).isEqualTo("1");
        assertThat(text("select email from account where id = $1", account)).isEqualTo("null");
        assertThat(text("select status from account where id = $1", account)).isEqualTo("erased");
        assertThat(text("select status from subscription where account_id = $1", account))
                .isEqualTo("terminated");
        Shopper again = Shopper.register(shopper.email());
        assertThat(again.get("/me").getString("id")).isNotEqualTo(account);
        proveTheBooksOf(order);
    }

    private static ValidatableResponse login(Shopper shopper) {
        JsonObject body =
                new JsonObject().put("email", shopper.email()).put("password", shopper.password());
        return given().contentType("application/json")
                .body(body.encode())
                .post("/api/v1/auth/login")
                .then();
    }

    /** Other tests leave things that the proof complains of; ours are in good order. */
    private static void proveTheBooksOf(JsonPath order) {
        List<String> subjects =
                given().auth()
                        .oauth2(Logins.admin())
                        .get("/api/v1/admin/ledger/proof")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("differences.subject");
        assertThat(subjects)
                .noneMatch(one -> one.contains(order.getString("id")))
                .noneMatch(one -> one.contains(order.getString("payment.id")));
    }

    @Test
    void neither_a_slip_nor_a_stranger_at_the_screen_deletes() {
        Shopper shopper = Shopper.register();
        shopper.asks()
                .body("{\"phrase\":\"delete\"}")
                .post("/api/v1/account/delete")
                .then()
                .statusCode(422)
                .body("code", equalTo("phrase_wrong"))
                .body("params.expected", equalTo("DELETE " + shopper.email()));
        shopper.asks()
                .body(
                        new JsonObject()
                                .put("phrase", "DELETE " + shopper.email())
                                .put("proof", new JsonObject().put("password", "a guess"))
                                .encode())
                .post("/api/v1/account/delete")
                .then()
                .statusCode(400)
                .body("code", equalTo("wrong_password"));
        assertThat(shopper.asks().get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void money_that_comes_after_all_is_shown_to_staff_and_buys_nothing() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        String account = shopper.get("/me").getString("id");
        leave(shopper).statusCode(204);

        shopper.pay(order);

        await().atMost(PATIENCE)
                .until(
                        () ->
                                text("select state from payment where payer = $1", account)
                                        .equals("flagged"));
        assertThat(text("select count(*) from subscription where account_id = $1", account))
                .isEqualTo("0");
        assertThat(text("select status from sales_order where account_id = $1", account))
                .isEqualTo("expired");
        proveTheBooksOf(order);
    }

    @Test
    void a_dead_panel_hears_of_it_when_it_is_back() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        shopper.pay(order);
        String subscription = shopper.settled(order).getString("subscriptionId");
        shopper.connectable(subscription);
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));

        leave(shopper).statusCode(204);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(panelUser(subscription).getString("status")).isEqualTo("ACTIVE");

        ShopWorld.sandbox().panel().faults().clear();
        awaitDisabled(subscription);
    }

    @Test
    void an_erasure_that_breaks_off_at_its_last_step_has_changed_nothing() {
        Shopper shopper = Shopper.register();
        JsonPath order = shopper.ordered(wish());
        String account = shopper.get("/me").getString("id");
        BreakableOutbox.breakFor(
                told ->
                        told instanceof AccountErased erased
                                && erased.account().value().toString().equals(account));
        leave(shopper).statusCode(500);

        assertThat(shopper.get("/me").getString("email")).isEqualTo(shopper.email());
        assertThat(shopper.get("/orders/" + order.getString("id")).getString("status"))
                .isEqualTo("awaiting_payment");
        login(shopper).statusCode(200);

        BreakableOutbox.repair();
        leave(shopper).statusCode(204);
        login(shopper).statusCode(401);
    }

    @Test
    void of_many_wishes_at_once_one_is_granted() {
        Shopper shopper = Shopper.register();
        List<Integer> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> leave(shopper)))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.extract().statusCode())
                        .toList();
        assertThat(answers).containsOnlyOnce(204).doesNotContain(500);
    }
}
