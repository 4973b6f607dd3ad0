package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.http.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two shops work on one database, and a provider that repeats itself talks to both at once: each
 * payment still counts once (R84–R86, R94; more instances: R329).
 */
class TwoInstancesTest {

    private static final int ORDERS = 6;
    private static final int COPIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Kept after a failure: the logs of the shop tell why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    @Timeout(300)
    void twenty_copies_of_each_webhook_spread_over_two_shops_count_once() throws Exception {
        try (var town = new Town(folder, 2, false);
                var http = HttpClient.newHttpClient()) {
            assertThat(town.start(0).alive()).isTrue();
            assertThat(town.start(1).alive()).isTrue();
            var catalogue = new Catalogue(new Customer(http, town.url(0)));
            for (int i = 0; i < ORDERS; i++) {
                var customer = new Customer(http, town.url(i % 2));
                customer.register();
                assertThat(customer.buy(Customer.Wish.of(catalogue.wish(i)), PATIENCE)).isTrue();
            }

            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (Webhook webhook : town.sandbox().cryptoPay().webhooks().sent()) {
                answers.addAll(copies(town, http, webhook));
            }

            assertThat(answers).hasSize(ORDERS * COPIES);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isBetween(200, 299));
            town.books().awaitQuiet(town.sandbox(), Duration.ofSeconds(30));
            assertThat(Books.paidInvoices(town.sandbox())).hasSize(ORDERS);
            town.books().assertExactlyOnce(town.sandbox());
            town.books().assertLedgerBalances();
        }
    }

    private static List<CompletableFuture<Integer>> copies(
            Town town, HttpClient http, Webhook webhook) {
        var answers = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < COPIES; i++) {
            URI url = town.url(i % 2).resolve("/api/v1/webhooks/cryptobot");
            var request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20));
            webhook.headers().forEach(request::header);
            request.POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body().getBytes()));
            answers.add(
                    http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                            .thenApply(HttpResponse::statusCode));
        }
        return answers;
    }
}
