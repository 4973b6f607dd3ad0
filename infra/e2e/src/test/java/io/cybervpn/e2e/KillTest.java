package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.dev.ShopProcess;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged shop is killed in the middle of its work, twice, and comes back; in between its
 * database restarts under it. Whoever paid is served exactly once, the ledger balances and nothing
 * is lost (R85, R86, R94).
 */
class KillTest {

    private static final int CUSTOMERS = 25;
    private static final int ORDERS_EACH = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** Kept after a failure: the logs of the shop tell why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final AtomicInteger paid = new AtomicInteger();

    @Test
    @Timeout(300)
    void whoever_paid_is_served_exactly_once_though_shop_and_database_go_down() throws Exception {
        try (var town = new Town(folder, 1, true);
                var http = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(8)) {
            ShopProcess shop = town.start(0);
            var catalogue = new Catalogue(new Customer(http, town.url(0)));
            var customers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.add(threads.submit(life(new Customer(http, town.url(0)), catalogue, i)));
            }
            shop = killOnce(town, shop, CUSTOMERS * ORDERS_EACH / 4);
            awaitPaid(CUSTOMERS * ORDERS_EACH * 3 / 8);
            town.restartDatabase();
            shop = killOnce(town, shop, CUSTOMERS * ORDERS_EACH / 2);

            for (Future<Integer> customer : customers) {
                assertThat(customer.get()).isEqualTo(ORDERS_EACH);
            }
            town.books().awaitQuiet(town.sandbox(), Duration.ofSeconds(60));
            assertThat(shop.alive()).isTrue();
            assertThat(Books.paidInvoices(town.sandbox())).hasSize(CUSTOMERS * ORDERS_EACH);
            town.books().assertExactlyOnce(town.sandbox());
            town.books().assertLedgerBalances();
        }
    }

    /** Registers, buys, and then buys more: two renewals and a second subscription. */
    private Callable<Integer> life(Customer customer, Catalogue catalogue, int number) {
        return () -> {
            customer.register();
            int bought = 0;
            for (int i = 0; i < ORDERS_EACH; i++) {
                JsonObject body = catalogue.wish(i == 3 ? number + 1 : number);
                if (i == 1 || i == 2) {
                    renewing(customer, body);
                }
                if (customer.buy(Customer.Wish.of(body), PATIENCE)) {
                    bought++;
                    paid.incrementAndGet();
                }
            }
            return bought;
        };
    }

    /** The subscription of the first order, if it is there by now; else it is one more new one. */
    private static void renewing(Customer customer, JsonObject wish) {
        var items = customer.get("/api/v1/subscriptions").getJsonArray("items");
        if (!items.isEmpty()) {
            wish.put("subscriptionId", items.getJsonObject(0).getString("id"));
        }
    }

    private void awaitPaid(int orders) {
        while (paid.get() < orders) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /**
     * Nobody is there for some minutes: what the killed one had taken in hand may be taken over.
     */
    private ShopProcess killOnce(Town town, ShopProcess shop, int after) throws SQLException {
        awaitPaid(after);
        shop.kill();
        town.books().letMinutesPass();
        return town.start(0);
    }
}
