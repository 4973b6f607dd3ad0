package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.telegram.TelegramBot;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Somebody who has Telegram charge him by itself, and how his test looks at what that did. */
abstract class StarsSubscriber {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Duration MONTH = Duration.ofDays(30);

    @Inject Customers customers;
    @Inject Pool pool;

    @ConfigProperty(name = "cybervpn.public-url")
    String shop;

    final TelegramBot telegram = ShopWorld.sandbox().telegram();
    Customer buyer;
    String payment;
    String subscription;
    String charge;
    Instant end;

    @BeforeEach
    void somebody_subscribes() {
        buyer = customers.someone();
        String order = place(wish(30, "\"2026-11\"")).statusCode(201).extract().path("id");
        payment = one("select id::text as x from payment where subject = $1", id(order));
        String slug = telegram.invoices().byPayload(payment).getFirst();
        assertThat(telegram.invoices().find(slug).orElseThrow().getLong("period"))
                .isEqualTo(MONTH.toSeconds());
        telegram.invoices().take(slug, TelegramBot.USER, new JsonObject());
        await().atMost(PATIENCE).until(() -> count("subscription where account_id = $1") == 1);
        await().atMost(PATIENCE).until(() -> state().equals("running"));
        subscription =
                one(
                        "select id::text as x from subscription where account_id = $1",
                        Tuple.of(buyer.id().value()));
        charge = telegram.invoices().subscriptions().chargeOf(payment).orElseThrow();
        end = end();
    }

    @AfterEach
    void all_is_well_again() {
        telegram.faults().clear();
    }

    static String wish(int days, String consent) {
        return """
        {"planId":"%s","termDays":%d,"currency":"XTR","paymentMethod":"stars",
         "recurringConsent":%s}"""
                .formatted(TestPlans.PRO, days, consent);
    }

    ValidatableResponse place(String body) {
        return buyer.asks(UUID.randomUUID().toString()).body(body).post("/api/v1/orders").then();
    }

    static Tuple id(String text) {
        return Tuple.of(UUID.fromString(text));
    }

    String one(String sql, Tuple values) {
        return Objects.requireNonNullElse(
                pool.preparedQuery(sql)
                        .execute(values)
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString("x"),
                "");
    }

    long count(String what) {
        return Long.parseLong(
                one("select count(*)::text as x from " + what, Tuple.of(buyer.id().value())));
    }

    long paidOrders() {
        return count("sales_order where status = 'paid' and account_id = $1");
    }

    String state() {
        return one(
                "select coalesce(max(state), '') as x from payment_mandate where payment_id = $1",
                id(payment));
    }

    Instant end() {
        return Instant.parse(
                one(
                        "select to_char(expire_at at time zone 'UTC',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as x"
                                + " from subscription where account_id = $1",
                        Tuple.of(buyer.id().value())));
    }

    JsonObject month() {
        return telegram.invoices().passMonth(charge, new JsonObject()).orElseThrow();
    }

    void awaitEnd(Instant expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(end()).isEqualTo(expected));
    }

    int push(String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(shop + "/api/v1/webhooks/telegram"))
                        .header("X-Telegram-Bot-Api-Secret-Token", TelegramBot.WEBHOOK_SECRET)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void holdBack() {
        telegram.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
    }

    String path() {
        return "/api/v1/subscriptions/" + subscription + "/recurring-payment";
    }

    ValidatableResponse put(boolean enabled) {
        return buyer.asks().body("{\"enabled\":%s}".formatted(enabled)).put(path()).then();
    }
}
