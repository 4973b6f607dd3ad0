package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Webhook;
import io.cybervpn.sandbox.http.Webhooks;
import io.cybervpn.sandbox.stripe.Stripe;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Carries what the outside world tells the shop. The servers themselves send nothing here: what
 * they made is fetched and delivered one by one, so that chance alone decides what is late, comes
 * twice, in another order or never.
 */
final class Post {
    private static final String PANEL = "remnawave";
    private static final String STORE = "revenuecat";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Webhooks> senders = new LinkedHashMap<>();
    private final Map<String, Long> fetched = new HashMap<>();
    private final Set<Letter> underWay = new LinkedHashSet<>();
    private final String shop;

    /** What is told: one push of one sender. */
    record Letter(String source, Webhook webhook) {
        /** Those are believed for some minutes alone, and the panel tries a few times. */
        boolean isOfPanel() {
            return source.equals(PANEL);
        }
    }

    Post(String shop, List<Vendor> vendors) {
        this.shop = shop;
        Vendors.servers(vendors).forEach(vendor -> senders.put(vendor.source(), vendor.webhooks()));
        senders.put(STORE, ShopWorld.sandbox().revenueCat().webhooks());
        senders.put(PANEL, ShopWorld.sandbox().panel().webhooks());
        senders.values().forEach(webhooks -> webhooks.target(""));
    }

    /** What was made since the last time; it is under way until it is delivered or lost. */
    List<Letter> fetch() {
        List<Letter> letters = new ArrayList<>();
        senders.forEach(
                (source, webhooks) -> {
                    long last = fetched.getOrDefault(source, 0L);
                    for (Webhook webhook : webhooks.sentAfter(last)) {
                        letters.add(new Letter(source, webhook));
                        fetched.put(source, webhook.id());
                    }
                });
        underWay.addAll(letters);
        return letters;
    }

    /** What the shop has not heard yet, as text: findings are explained by it. */
    boolean isUnderWay(String words) {
        return underWay.stream()
                .anyMatch(letter -> letter.webhook().body().toString().contains(words));
    }

    List<Letter> underWay() {
        return List.copyOf(underWay);
    }

    void lose(Letter letter) {
        underWay.remove(letter);
    }

    /** Delivers it; false when the shop did not take it, and it is to be sent again. */
    boolean deliver(Letter letter) {
        return deliver(letter, 1);
    }

    /** The same, in so many copies at once. */
    boolean deliver(Letter letter, int copies) {
        List<CompletableFuture<Integer>> answers =
                IntStream.range(0, copies).mapToObj(_ -> send(letter)).toList();
        boolean taken =
                answers.stream().map(CompletableFuture::join).toList().stream()
                        .anyMatch(status -> status == 200);
        if (taken) {
            underWay.remove(letter);
        }
        return taken;
    }

    private CompletableFuture<Integer> send(Letter letter) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(shop + "/api/v1/webhooks/" + letter.source()))
                        .timeout(Duration.ofSeconds(30))
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        letter.webhook().body().getBytes()));
        headers(letter).forEach(request::header);
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode)
                .exceptionally(_ -> 0);
    }

    /** Stripe and the stores' side sign each attempt anew, at the time of their own clocks. */
    private static Map<String, String> headers(Letter letter) {
        Map<String, String> headers = new HashMap<>();
        letter.webhook()
                .headers()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.remove("content-length");
        if (letter.source().equals(STORE)) {
            ShopWorld.sandbox()
                    .revenueCat()
                    .headers(letter.webhook().body().getBytes())
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        if (letter.source().equals("stripe")) {
            headers.put(
                    "stripe-signature",
                    Stripe.signatureHeader(
                            ShopWorld.sandbox().stripe().clock().instant().getEpochSecond(),
                            letter.webhook().body().getBytes()));
        }
        return headers;
    }

    /** Nothing is sent any more. */
    void close() {
        http.close();
    }
}
