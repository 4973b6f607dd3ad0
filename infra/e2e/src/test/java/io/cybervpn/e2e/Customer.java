package io.cybervpn.e2e;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody with a browser: asks again when there was no answer, with the same key, and gives up
 * only after a while.
 */
final class Customer {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final String PASSWORD = "correct horse battery staple";

    private final HttpClient http;
    private final URI shop;
    private final String email = "customer-" + UUID.randomUUID() + "@cybervpn.example";
    private String token = "";

    Customer(HttpClient http, URI shop) {
        this.http = http;
        this.shop = shop;
    }

    /**
     * An answer.
     *
     * @param status 0 if there was none
     */
    record Answer(int status, String body) {

        JsonObject json() {
            return new JsonObject(body);
        }

        /** Whether asking the same again later may help. */
        boolean passing() {
            return status == 0 || status == 429 || status >= 500 || status == 409;
        }
    }

    /** Makes an account, or logs in to the one that a lost answer told of. */
    void register() {
        String body = new JsonObject().put("email", email).put("password", PASSWORD).encode();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = call("POST", "/api/v1/auth/register", body, "");
        while (answer.status() != 201 && answer.status() != 200) {
            orGiveUp(deadline, answer);
            String path = answer.status() == 409 ? "/api/v1/auth/login" : "/api/v1/auth/register";
            answer = call("POST", path, body, "");
        }
        token = answer.json().getJsonObject("tokens").getString("accessToken");
    }

    /**
     * Something this customer wants to buy; the key makes it one order, however often it is tried.
     */
    record Wish(String key, JsonObject body) {

        static Wish of(JsonObject body) {
            return new Wish(UUID.randomUUID().toString(), body);
        }
    }

    /** Orders and pays. False if the shop had no good answer for so long, or no page to pay at. */
    boolean buy(Wish wish, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Answer answer = order(wish);
        while (answer.passing() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = order(wish);
        }
        if (answer.passing()) {
            return false;
        }
        Optional<String> page = payPage(taken("/api/v1/orders", answer), deadline);
        page.ifPresent(this::pay);
        return page.isPresent();
    }

    private Answer order(Wish wish) {
        return call("POST", "/api/v1/orders", wish.body().encode(), wish.key());
    }

    private Optional<String> payPage(JsonObject order, long deadline) {
        JsonObject latest = order;
        while (System.nanoTime() < deadline) {
            Optional<JsonObject> payment = Optional.ofNullable(latest.getJsonObject("payment"));
            Optional<String> page = payment.map(it -> it.getString("payUrl"));
            if (page.isPresent()) {
                return page;
            }
            payment.ifPresent(it -> press("/api/v1/payments/" + it.getString("id") + "/check"));
            LockSupport.parkNanos(PAUSE.toNanos());
            latest = get("/api/v1/orders/" + order.getString("id"));
        }
        return Optional.empty();
    }

    private void press(String path) {
        Answer answer = call("POST", path, "", "");
        if (answer.status() >= 400 && !answer.passing()) {
            throw new AssertionError(path + ": " + answer);
        }
    }

    private void pay(String page) {
        Answer answer = call("POST", page, "", "");
        if (!answer.body().contains("Paid.")) {
            throw new AssertionError(page + ": " + answer);
        }
    }

    JsonObject get(String path) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = call("GET", path, "", "");
        while (answer.passing()) {
            orGiveUp(deadline, answer);
            answer = call("GET", path, "", "");
        }
        return taken(path, answer);
    }

    private static JsonObject taken(String path, Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.json();
    }

    private static void orGiveUp(long deadline, Answer answer) {
        if (System.nanoTime() > deadline) {
            throw new AssertionError("no good answer for a long time; the last one was " + answer);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private Answer call(String method, String path, String body, String key) {
        var request = HttpRequest.newBuilder(shop.resolve(path)).timeout(TIMEOUT);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, HttpRequest.BodyPublishers.ofString(body));
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
