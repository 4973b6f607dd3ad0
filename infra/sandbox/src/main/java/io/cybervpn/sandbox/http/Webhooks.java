package io.cybervpn.sandbox.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends webhooks, repeats those that were not answered with 2xx, and lets faults play with them.
 * Any thread may call.
 */
public final class Webhooks implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 10_000;

    /** How many webhooks and attempts are remembered. */
    private static final int KEPT = 10_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Faults faults;
    private final List<Duration> pauses;
    private final List<Webhook> sent = new ArrayList<>();
    private final List<Webhook> held = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private String target;
    private long last;
    private boolean closed;

    /**
     * One attempt.
     *
     * @param webhook the id of the webhook
     * @param attempt from 1
     * @param status what the receiver answered; 0 if it did not
     */
    public record Delivery(long webhook, int attempt, int status) {

        JsonObject json() {
            return new JsonObject()
                    .put("webhook", webhook)
                    .put("attempt", attempt)
                    .put("status", status);
        }
    }

    /**
     * A sender.
     *
     * @param target where to; empty: webhooks are made and kept but not sent
     * @param pauses before the second, third, … attempt; after the last one it is dropped for good
     */
    public Webhooks(Vertx vertx, Faults faults, String target, List<Duration> pauses) {
        this.vertx = vertx;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(TIMEOUT_MILLIS)
                                .setMaxPoolSize(100));
        this.faults = faults;
        this.target = target;
        this.pauses = List.copyOf(pauses);
    }

    /** From now on they go there; empty switches them off. */
    public synchronized void target(String url) {
        target = url;
    }

    /** Makes a webhook and sends it, unless a fault has other plans. */
    public synchronized void send(String event, Map<String, String> headers, Buffer body) {
        Webhook webhook = new Webhook(++last, event, headers, body);
        remember(sent, webhook);
        int copies =
                faults.strikeWebhook(Fault.Kind.DUPLICATE_WEBHOOKS).map(Fault::value).orElse(1);
        Collections.nCopies(copies, webhook).forEach(this::leave);
    }

    /** Sends a webhook once more, the very same bytes; false if there is none with this id. */
    public synchronized boolean resend(long id) {
        Optional<Webhook> found = sent.stream().filter(webhook -> webhook.id() == id).findFirst();
        found.ifPresent(webhook -> attempt(webhook, 1));
        return found.isPresent();
    }

    /** Lets go what faults keep back, in random order; says how many that were. */
    public synchronized int release() {
        List<Webhook> leaving = new ArrayList<>(held);
        held.clear();
        Collections.shuffle(leaving);
        leaving.forEach(webhook -> attempt(webhook, 1));
        return leaving.size();
    }

    /** Everything made so far, oldest first; a copy made by a fault is not listed. */
    public synchronized List<Webhook> sent() {
        return List.copyOf(sent);
    }

    /** What was made after the one with this id, oldest first. */
    public synchronized List<Webhook> sentAfter(long id) {
        int from = sent.size();
        while (from > 0 && sent.get(from - 1).id() > id) {
            from--;
        }
        return List.copyOf(sent.subList(from, sent.size()));
    }

    /** Every attempt so far, in the order in which they ended. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Forgets what was made, held and delivered; attempts that are under way go on. */
    public synchronized void forget() {
        sent.clear();
        held.clear();
        deliveries.clear();
        last = 0;
    }

    @Override
    public synchronized void close() {
        closed = true;
        client.close().onFailure(Webhooks::log);
    }

    synchronized JsonObject json() {
        JsonArray all = new JsonArray();
        sent.forEach(webhook -> all.add(webhook.json()));
        JsonArray waiting = new JsonArray();
        held.forEach(webhook -> waiting.add(webhook.id()));
        JsonArray attempts = new JsonArray();
        deliveries.forEach(delivery -> attempts.add(delivery.json()));
        return new JsonObject()
                .put("target", target)
                .put("webhooks", all)
                .put("held", waiting)
                .put("deliveries", attempts);
    }

    private static <T> void remember(List<T> memory, T news) {
        if (memory.size() == KEPT) {
            memory.subList(0, KEPT / 10).clear();
        }
        memory.add(news);
    }

    private void leave(Webhook webhook) {
        if (faults.strikeWebhook(Fault.Kind.HOLD_WEBHOOKS).isPresent()) {
            held.add(webhook);
            return;
        }
        Optional<Fault> reorder = faults.strikeWebhook(Fault.Kind.REORDER_WEBHOOKS);
        if (reorder.isEmpty()) {
            attempt(webhook, 1);
            return;
        }
        held.add(webhook);
        if (held.size() >= reorder.get().value()) {
            reverseRelease();
        }
    }

    /**
     * Newest first: with two or more of them the order is certainly not the one they were made in.
     */
    private void reverseRelease() {
        List<Webhook> leaving = new ArrayList<>(held).reversed();
        held.clear();
        leaving.forEach(webhook -> attempt(webhook, 1));
    }

    private synchronized void attempt(Webhook webhook, int attempt) {
        if (target.isEmpty() || closed) {
            return;
        }
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setAbsoluteURI(target)
                        .setTimeout(TIMEOUT_MILLIS);
        webhook.headers().forEach(options::addHeader);
        client.request(options)
                .compose(request -> request.send(webhook.body()))
                .map(response -> response.statusCode())
                .otherwise(e -> 0)
                .onSuccess(status -> ended(webhook, attempt, status));
    }

    private synchronized void ended(Webhook webhook, int attempt, int status) {
        remember(deliveries, new Delivery(webhook.id(), attempt, status));
        boolean taken = status >= 200 && status < 300;
        if (!taken && attempt <= pauses.size()) {
            long millis = Math.max(1, pauses.get(attempt - 1).toMillis());
            vertx.setTimer(millis, id -> attempt(webhook, attempt + 1));
        }
    }

    private static void log(Throwable failure) {
        System.getLogger("io.cybervpn.sandbox").log(System.Logger.Level.DEBUG, "webhooks", failure);
    }
}
