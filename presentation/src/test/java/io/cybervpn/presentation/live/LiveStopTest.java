package io.cybervpn.presentation.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** An orderly stop sends sockets away before anything is waited for. */
@QuarkusTest
@TestProfile(RestartingShop.class)
class LiveStopTest {
    @TestHTTPResource URI shop;
    @Inject Event<ShutdownDelayInitiatedEvent> stop;

    @Test
    void who_is_connected_is_told_to_come_back_at_another_moment_each() {
        String token = Logins.newCustomer();
        var wish = new LiveClient.Wish(shop, "notifications").bearer(token);
        try (LiveClient client = wish.open();
                LiveClient other = wish.open()) {
            client.next("connected");
            other.next("connected");
            stop.fire(new ShutdownDelayInitiatedEvent());
            assertThat(client.closedWith()).isEqualTo(1012);
            assertThat(other.closedWith()).isEqualTo(1012);
            assertThat(client.socket().closeReason()).matches("restart; back in \\d{1,4} ms");
        }
        assertThat(wish.refused()).startsWith("503").contains("stopping");
    }
}
