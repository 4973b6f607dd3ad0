package io.cybervpn.infrastructure.live.valkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.News;
import io.cybervpn.application.live.port.AccountSockets;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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

    private static Address.Person accountOf(String token) {
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

    private AccountSockets neighbour(UUID name) {
        return new ValkeyAccountSockets(valkey, settings, () -> name);
    }

    private static void enter(AccountSockets instance, AccountId account, int count) {
        for (int i = 0; i < count; i++) {
            instance.enter(account, UUID.randomUUID(), 10).await().indefinitely();
        }
    }

    private long counted(AccountId account) {
        return valkey.execute("ZCARD", "live:sockets:" + account.value())
                .await()
                .indefinitely()
                .toLong();
    }

    private void awaitCounted(AccountId account, long count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counted(account)).isEqualTo(count));
    }

    private LiveClient connected(String token) {
        LiveClient client = new LiveClient.Wish(shop, "notifications").bearer(token).open();
        client.next("connected");
        return client;
    }

    @Test
    void sockets_of_an_account_are_counted_in_all_instances() {
        String token = Logins.newCustomer();
        AccountId account = accountOf(token).account();
        AccountSockets other = neighbour(UUID.randomUUID());
        try (LiveClient oldest = connected(token)) {
            awaitCounted(account, 1);
            enter(other, account, 9);
            assertThat(oldest.isOpen()).isTrue();
            enter(other, account, 1);
            assertThat(oldest.closedWith()).isEqualTo(4409);
        }
        awaitCounted(account, 10);
    }

    @Test
    void who_closes_counts_no_more_and_neither_does_an_instance_that_died() {
        String token = Logins.newCustomer();
        AccountId account = accountOf(token).account();
        connected(token).close();
        UUID dead = UUID.randomUUID();
        enter(neighbour(dead), account, 10);
        awaitCounted(account, 10);
        valkey.execute("DEL", "live:instance:" + dead).await().indefinitely();
        try (LiveClient client = connected(token)) {
            awaitCounted(account, 1);
            assertThat(client.isOpen()).isTrue();
        }
        awaitCounted(account, 0);
    }

    @Test
    void an_instance_that_was_forgotten_is_told_so_and_counts_its_sockets_anew() {
        UUID name = UUID.randomUUID();
        AccountSockets other = neighbour(name);
        assertThat(other.live().await().indefinitely()).isFalse();
        assertThat(other.live().await().indefinitely()).isTrue();
        String token = Logins.newCustomer();
        AccountId account = accountOf(token).account();
        try (LiveClient client = connected(token)) {
            awaitCounted(account, 1);
            // As after a restart of Valkey.
            valkey.execute("DEL", "live:sockets:" + account.value()).await().indefinitely();
            valkey.execute("KEYS", "live:instance:*")
                    .await()
                    .indefinitely()
                    .forEach(key -> valkey.execute("DEL", key.toString()).await().indefinitely());
            awaitCounted(account, 1);
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void when_the_channel_breaks_sockets_stay_and_are_told_to_look_anew() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        try (LiveClient client = connected(token)) {
            valkey.execute("CLIENT", "KILL", "TYPE", "pubsub").await().indefinitely();
            assertThat(client.next("reset").path("topic").asText()).isEqualTo("user");
            News news = News.of(me, "a.test", UUID.randomUUID(), Instant.now(), Map.of());
            second.publish(List.of(news)).await().indefinitely();
            client.next("a.test");
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void while_valkey_does_not_answer_an_instance_tells_its_own_and_then_all_again() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        AccountSockets other = neighbour(UUID.randomUUID());
        try (LiveClient client = connected(token)) {
            assertThat(other.live().await().indefinitely()).isFalse();
            valkey.execute("CLIENT", "PAUSE", "3000", "ALL").await().indefinitely();
            News alone = News.of(me, "a.alone", UUID.randomUUID(), Instant.now(), Map.of());
            first.publish(List.of(alone)).await().indefinitely();
            client.next("a.alone");
            assertThat(other.live().await().indefinitely())
                    .as("nobody is sent away because nobody can be asked")
                    .isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                second.publish(List.of(again(me))).await().indefinitely();
                                return client.rest().stream()
                                        .anyMatch(
                                                one -> one.path("type").asText().equals("a.again"));
                            });
            assertThat(client.isOpen()).isTrue();
        }
    }

    private static News again(Address me) {
        return News.of(me, "a.again", UUID.randomUUID(), Instant.now(), Map.of());
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
