package io.cybervpn.infrastructure.live.valkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.News;
import io.cybervpn.application.live.port.Feed.Heard;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.live.LiveClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Beside the shop of the tests a second instance, of which there is only its way to the others. */
@QuarkusTest
class TwoInstancesHearTest {
    @TestHTTPResource URI shop;
    @Inject ReactiveRedisDataSource valkey;
    @Inject ValkeySettings settings;
    @Inject MeterRegistry metrics;
    @Inject Clock clock;
    @Inject Publisher first;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private ValkeyPublisher second;
    private Cancellable listening;

    @BeforeEach
    void start_another() throws InterruptedException {
        OwnVoice own = new OwnVoice(clock);
        second = new ValkeyPublisher(valkey, own, settings, metrics);
        listening = new ValkeyFeed(valkey, own, settings).listen().subscribe().with(heard::add);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isInstanceOf(Heard.Missed.class);
    }

    @AfterEach
    void stop_it() {
        listening.cancel();
    }

    private static Address accountOf(String token) {
        String id = given().auth().oauth2(token).get("/api/v1/me").then().extract().path("id");
        return new Address.Person(new AccountId(UUID.fromString(id)));
    }

    @Test
    void what_one_tells_both_hear_once() throws InterruptedException {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        News news = News.of(me, "a.test", UUID.randomUUID(), Instant.now(), Map.of());
        try (LiveClient client = new LiveClient.Wish(shop, "notifications").bearer(token).open()) {
            client.say("{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"user\"]}");
            client.next("ack");
            second.publish(List.of(news)).await().indefinitely();
            first.publish(List.of(news)).await().indefinitely();
            long seq = client.next("a.test").path("seq").asLong();
            assertThat(told(me)).isEqualTo(seq);
            News next = News.of(me, "a.next", UUID.randomUUID(), Instant.now(), Map.of());
            first.publish(List.of(next)).await().indefinitely();
            assertThat(client.next("a.next").path("seq").asLong()).isEqualTo(seq + 1);
            assertThat(told(me)).isEqualTo(seq + 1);
        }
    }

    private long told(Address to) throws InterruptedException {
        while (true) {
            Heard one = heard.poll(10, TimeUnit.SECONDS);
            assertThat(one).isNotNull();
            if (one instanceof Heard.Told(var delivery) && delivery.to().equals(to)) {
                return delivery.seq();
            }
        }
    }

    @Test
    void a_session_that_ended_at_the_one_has_no_socket_at_the_other() {
        String token = Logins.newCustomer();
        try (LiveClient client = new LiveClient.Wish(shop, "notifications").bearer(token).open()) {
            client.next("connected");
            second.end(List.of(sessionOf(token))).await().indefinitely();
            assertThat(client.closedWith()).isEqualTo(4401);
        }
    }

    private static SessionId sessionOf(String token) {
        String id =
                given().auth()
                        .oauth2(token)
                        .get("/api/v1/sessions")
                        .then()
                        .extract()
                        .path("items[0].id");
        return new SessionId(UUID.fromString(id));
    }
}
