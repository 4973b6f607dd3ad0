package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.dev.ShopProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged shop is asked to stop in the middle of its work (R85, R86): it ends what it began,
 * has nothing to complain of, and its successor loses nothing.
 */
class StopTest {
    private static final int CUSTOMERS = 8;
    private static final int ORDERS_EACH = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** Kept after a failure: the logs of the shop tell why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final AtomicInteger paid = new AtomicInteger();

    @Test
    @Timeout(300)
    void an_orderly_stop_under_load_leaves_no_error_in_the_log_and_loses_nothing()
            throws Exception {
        try (var town = new Town(folder, 1, true);
                var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var threads = Executors.newFixedThreadPool(8)) {
            ShopProcess shop = town.start(0);
            var catalogue = new Catalogue(new Customer(http, town.url(0)));
            var customers = registered(http, town);
            var lives = new ArrayList<Future<?>>();
            for (Customer customer : customers) {
                lives.add(threads.submit(() -> buyAll(customer, catalogue)));
            }
            awaitPaid(CUSTOMERS * ORDERS_EACH / 3);

            shop.close();

            assertThat(log()).anyMatch(line -> line.contains("cybervpn stopped in"));
            assertThat(log()).noneMatch(line -> line.contains(" ERROR "));
            town.start(0);
            for (Future<?> life : lives) {
                life.get();
            }
            town.books().awaitQuiet(town.sandbox(), Duration.ofSeconds(60));
            assertThat(Books.paidInvoices(town.sandbox())).hasSize(CUSTOMERS * ORDERS_EACH);
            town.books().assertExactlyOnce(town.sandbox());
            town.books().assertLedgerBalances();
        }
    }

    /** Before the load: hashing passwords would keep a small machine from ending in time. */
    private static List<Customer> registered(HttpClient http, Town town) {
        var customers = new ArrayList<Customer>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var customer = new Customer(http, town.url(0));
            customer.register();
            customers.add(customer);
        }
        return customers;
    }

    private void buyAll(Customer customer, Catalogue catalogue) {
        for (int i = 0; i < ORDERS_EACH; i++) {
            assertThat(customer.buy(Customer.Wish.of(catalogue.wish(i)), PATIENCE)).isTrue();
            paid.incrementAndGet();
        }
    }

    private void awaitPaid(int orders) {
        while (paid.get() < orders) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("shop-0").resolve("shop.log"));
    }
}
