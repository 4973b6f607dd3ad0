package io.cybervpn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Fault.Kind;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Misfortunes can be switched on, strike what they should as often as they should, and can be
 * switched off.
 */
class FaultsTest {

    private final Receiver receiver = new Receiver();
    private final SandboxWorld world =
            SandboxWorld.start(
                    SandboxSettings.free().withCryptoPayWebhooks(receiver.url()),
                    SandboxTempo.quick());
    private final Http panel = Http.panel(world.panelUrl());
    private final Http cryptoPay = Http.cryptoPay(world.cryptoPayUrl());

    @AfterEach
    void stop() {
        world.close();
        receiver.close();
    }

    @Test
    void a_dropped_answer_leaves_the_work_done() {
        world.panel().faults().add(Fault.of(Kind.DROP_AFTER, 0).times(1).on("POST", "/api/users"));

        assertThat(panel.tried("POST", "/api/users", Optional.of(user("lost").encode()))).isEmpty();

        assertThat(panel.get("/api/users/by-username/lost").status()).isEqualTo(200);
        assertThat(panel.post("/api/users", user("lost")).json().getString("errorCode"))
                .isEqualTo("A019");
    }

    @Test
    void a_dropped_request_leaves_the_work_undone() {
        world.panel().faults().add(Fault.of(Kind.DROP_BEFORE, 0).times(1));

        assertThat(panel.tried("POST", "/api/users", Optional.of(user("never").encode())))
                .isEmpty();

        assertThat(panel.get("/api/users/by-username/never").status()).isEqualTo(404);
    }

    @Test
    void faults_are_switched_over_http_and_counted_down() {
        JsonObject fault =
                new JsonObject()
                        .put("kind", "error")
                        .put("value", 503)
                        .put("count", 2)
                        .put("path", "/api/*/metadata");

        assertThat(panel.post("/_sandbox/faults", fault).status()).isEqualTo(201);

        assertThat(panel.get("/api/users/tags").status()).isEqualTo(200);
        assertThat(panel.get("/api/system/metadata").status()).isEqualTo(503);
        assertThat(panel.get("/api/system/metadata").status()).isEqualTo(503);
        assertThat(panel.get("/api/system/metadata").status()).isEqualTo(200);
        assertThat(panel.post("/_sandbox/faults", new JsonObject().put("kind", "rain")).status())
                .isEqualTo(400);
    }

    @Test
    void a_fault_without_a_count_strikes_until_it_is_cleared() {
        panel.post("/_sandbox/faults", new JsonObject().put("kind", "error"));
        assertThat(panel.get("/api/users").status()).isEqualTo(500);
        assertThat(panel.get("/api/users").status()).isEqualTo(500);

        assertThat(panel.delete("/_sandbox/faults").status()).isEqualTo(200);

        assertThat(panel.get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void latency_comes_before_the_answer() {
        world.panel().faults().add(Fault.of(Kind.LATENCY, 300).times(1));
        Instant start = Instant.now();

        assertThat(panel.get("/api/users").status()).isEqualTo(200);

        assertThat(Duration.between(start, Instant.now()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_webhook_comes_as_often_as_told() {
        world.cryptoPay().faults().add(Fault.of(Kind.DUPLICATE_WEBHOOKS, 20).times(1));

        world.cryptoPay().invoices().pay(invoice("1"));

        List<Receiver.Received> copies = receiver.await(20);
        assertThat(copies)
                .allSatisfy(it -> assertThat(it.body()).isEqualTo(copies.getFirst().body()));
    }

    @Test
    void webhooks_come_in_another_order() {
        world.cryptoPay().faults().add(Fault.of(Kind.REORDER_WEBHOOKS, 2).times(2));
        long first = invoice("1");
        long second = invoice("2");

        world.cryptoPay().invoices().pay(first);
        assertThat(receiver.received()).isEmpty();
        world.cryptoPay().invoices().pay(second);

        assertThat(receiver.await(2)).hasSize(2);
        assertThat(world.cryptoPay().webhooks().sent()).hasSize(2);
    }

    @Test
    void held_webhooks_wait_for_their_release() {
        world.cryptoPay().faults().add(Fault.of(Kind.HOLD_WEBHOOKS, 0));
        world.cryptoPay().invoices().pay(invoice("1"));
        assertThat(cryptoPay.get("/_sandbox/webhooks").json().getJsonArray("held")).hasSize(1);

        assertThat(cryptoPay.delete("/_sandbox/faults").json().getInteger("released")).isEqualTo(1);

        assertThat(receiver.await(1)).hasSize(1);
    }

    @Test
    void a_reset_brings_the_first_state_back() {
        panel.post("/api/users", user("gone"));
        world.panel().faults().add(Fault.of(Kind.ERROR, 500));

        assertThat(panel.post("/_sandbox/reset").status()).isEqualTo(204);

        assertThat(panel.get("/api/users").response().getInteger("total")).isZero();
        assertThat(world.panel().squad("Ultra")).isPresent();
        assertThat(panel.get("/_sandbox").json().getJsonArray("operations")).isNotEmpty();
    }

    private static JsonObject user(String name) {
        return new JsonObject().put("username", name).put("expireAt", "2030-01-01T00:00:00Z");
    }

    private long invoice(String amount) {
        JsonObject wish = new JsonObject().put("asset", "USDT").put("amount", amount);
        return cryptoPay
                .post("/api/createInvoice", wish)
                .json()
                .getJsonObject("result")
                .getLong("invoice_id");
    }
}
