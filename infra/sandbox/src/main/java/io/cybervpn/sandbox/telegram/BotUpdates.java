package io.cybervpn.sandbox.telegram;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes updates and sends them with the secret header. A question is sent once and its answer is
 * taken from the response or from answerPreCheckoutQuery, whichever comes first.
 */
final class BotUpdates implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;
    private static final long FIRST_UPDATE = 710_000_000;

    private final Webhooks webhooks;
    private final SandboxClock clock;
    private final HttpClient client;
    private final AtomicLong updates = new AtomicLong(FIRST_UPDATE);
    private final AtomicReference<String> target = new AtomicReference<>("");
    private final AtomicReference<String> secret = new AtomicReference<>("");
    private final Map<String, CompletableFuture<JsonObject>> questions = new ConcurrentHashMap<>();

    BotUpdates(Vertx vertx, Webhooks webhooks, SandboxClock clock) {
        this.client = vertx.createHttpClient();
        this.webhooks = webhooks;
        this.clock = clock;
    }

    void target(String url, String secretToken) {
        target.set(url);
        secret.set(secretToken);
        webhooks.target(url);
    }

    String target() {
        return target.get();
    }

    static JsonObject user(long id) {
        return new JsonObject().put("id", id).put("is_bot", false).put("first_name", "Ivan");
    }

    @CanIgnoreReturnValue
    JsonObject tellMessage(String kind, JsonObject content, long user) {
        JsonObject message =
                new JsonObject()
                        .put("message_id", updates.get() % 1_000_000)
                        .put("from", user(user))
                        .put("chat", new JsonObject().put("id", user).put("type", "private"))
                        .put("date", clock.instant().getEpochSecond())
                        .put(kind, content);
        JsonObject update = update("message", message);
        webhooks.send(kind, headers(), update.toBuffer());
        return update;
    }

    /** How it stands with a subscription in stars. */
    void tellSubscription(JsonObject subscription, String state) {
        JsonObject told =
                new JsonObject()
                        .put("user", user(subscription.getLong("user")))
                        .put("invoice_payload", subscription.getString("payload"))
                        .put("state", state);
        webhooks.send("subscription", headers(), update("subscription", told).toBuffer());
    }

    /** Never fails: without an answer in time it is no. */
    CompletableFuture<JsonObject> ask(JsonObject link, long user) {
        String id = UUID.randomUUID().toString();
        JsonObject query =
                new JsonObject()
                        .put("id", id)
                        .put("from", user(user))
                        .put("currency", "XTR")
                        .put("total_amount", link.getLong("amount"))
                        .put("invoice_payload", link.getString("payload"));
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        questions.put(id, answer);
        if (!target.get().isEmpty()) {
            send(update("pre_checkout_query", query).toBuffer());
        }
        return answer.completeOnTimeout(
                        new JsonObject().put("ok", false).put("timeout", true),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS)
                .whenComplete((_, _) -> questions.remove(id));
    }

    /** The bot answers by a call; false if nobody waits for it. */
    boolean answer(JsonObject sent) {
        String id = sent.getString("pre_checkout_query_id", "");
        return Optional.ofNullable(questions.get(id))
                .map(question -> question.complete(sent))
                .orElse(false);
    }

    private JsonObject update(String kind, JsonObject content) {
        return new JsonObject().put("update_id", updates.incrementAndGet()).put(kind, content);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (!secret.get().isEmpty()) {
            headers.put("X-Telegram-Bot-Api-Secret-Token", secret.get());
        }
        return headers;
    }

    private void send(Buffer body) {
        RequestOptions options =
                new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(target.get());
        headers().forEach(options::addHeader);
        client.request(options)
                .compose(request -> request.send(body))
                .compose(response -> response.body())
                .onSuccess(this::reply)
                .onFailure(
                        e ->
                                System.getLogger("io.cybervpn.sandbox")
                                        .log(System.Logger.Level.DEBUG, "question", e));
    }

    /** A response may hold the call that answers. */
    private void reply(Buffer body) {
        try {
            JsonObject call = new JsonObject(body);
            if (call.getString("method", "").equals("answerPreCheckoutQuery")) {
                boolean taken = answer(call);
                System.getLogger("io.cybervpn.sandbox")
                        .log(System.Logger.Level.DEBUG, "answered: " + taken);
            }
        } catch (DecodeException e) {
            System.getLogger("io.cybervpn.sandbox").log(System.Logger.Level.DEBUG, "no call", e);
        }
    }

    @Override
    public void close() {
        client.close()
                .onFailure(
                        e ->
                                System.getLogger("io.cybervpn.sandbox")
                                        .log(System.Logger.Level.DEBUG, "closing", e));
    }
}
