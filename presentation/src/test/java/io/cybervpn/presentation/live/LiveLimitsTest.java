package io.cybervpn.presentation.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many sockets there may be, and how often one may knock. */
@QuarkusTest
@TestProfile(CrowdedShop.class)
class LiveLimitsTest {
    private static final AtomicInteger HOSTS = new AtomicInteger();

    @TestHTTPResource URI shop;

    @ConfigProperty(name = "cybervpn.public-url")
    String origin;

    private final List<LiveClient> open = new ArrayList<>();

    @AfterEach
    void all_go() {
        open.forEach(LiveClient::close);
        open.forEach(LiveClient::closedWith);
    }

    private static String freshAddress() {
        return "198.51.100." + HOSTS.incrementAndGet();
    }

    private LiveClient.Wish wish(String address) {
        return new LiveClient.Wish(shop, "notifications").from(address);
    }

    private LiveClient opened(String address) {
        LiveClient client = wish(address).bearer(Logins.newCustomer()).open();
        client.next("connected");
        open.add(client);
        return client;
    }

    /** A seat is free when the shop has noticed that its socket is closed. */
    private void openedAtLast(String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(failure -> failure instanceof AssertionError)
                .until(() -> opened(address).isOpen());
    }

    @Test
    void one_address_has_its_share_and_no_more() {
        String address = freshAddress();
        LiveClient first = opened(address);
        opened(address);
        assertThat(wish(address).bearer(Logins.newCustomer()).refused())
                .startsWith("429")
                .contains("too_many_requests")
                .contains("\"retryable\":true");
        try (LiveClient page = wish(address).bearer(Logins.newCustomer()).origin(origin).open()) {
            assertThat(page.closedWith()).as("a script sees no status").isEqualTo(4429);
        }
        opened(freshAddress());
        first.close();
        openedAtLast(address);
    }

    @Test
    void all_together_have_their_share_whoever_they_are() {
        String address = freshAddress();
        opened(address);
        LiveClient last = opened(address);
        opened(freshAddress());
        opened(freshAddress());
        String newcomer = freshAddress();
        assertThat(wish(newcomer).bearer(Logins.newCustomer()).refused()).startsWith("429");
        last.close();
        openedAtLast(newcomer);
    }

    @Test
    void who_shows_nothing_good_takes_no_seat_and_knocks_so_often_at_most() {
        String address = freshAddress();
        for (int i = 0; i < 6; i++) {
            assertThat(wish(address).refused()).startsWith("401");
        }
        assertThat(wish(address).bearer(Logins.newCustomer()).refused()).startsWith("429");
        opened(freshAddress());
    }
}
