package io.cybervpn.presentation.live.ws;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.Datum;
import io.cybervpn.application.live.News;
import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.port.Feed.Delivery;
import io.cybervpn.application.live.port.Feed.Heard;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.live.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R152, R153: what is heard on a socket, and what a client may say there. */
@QuarkusTest
class LiveNewsTest {
    private static final Address PAYMENTS = new Address.Staff(StaffTopic.PAYMENTS);

    @TestHTTPResource URI shop;
    @Inject Publisher publisher;
    @Inject StaffMembers staff;
    @Inject Hub hub;

    private LiveClient open(String token) {
        return new LiveClient.Wish(shop, "notifications").bearer(token).open();
    }

    private LiveClient watch(String role) {
        return new LiveClient.Wish(shop, "monitoring").bearer(staff.withRole(role).token()).open();
    }

    private static Address.Person accountOf(String token) {
        String id = given().auth().oauth2(token).get("/api/v1/me").then().extract().path("id");
        return new Address.Person(new AccountId(UUID.fromString(id)));
    }

    private static News news(Address to, String type) {
        return News.of(to, type, UUID.randomUUID(), Instant.now(), Map.of("n", Datum.of(1)));
    }

    private void publish(News... news) {
        publisher.publish(List.of(news)).await().indefinitely();
    }

    private static long subscribed(LiveClient client, String topic, long since) {
        client.say(
                "{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"%s\"],\"since\":%d}"
                        .formatted(topic, since));
        JsonNode ack = client.next("ack");
        assertThat(ack.path("ref").asText()).isEqualTo("c1");
        return ack.path("seq").path(topic).asLong();
    }

    @Test
    void news_have_the_form_that_clients_know_and_reach_their_account_alone() {
        String token = Logins.newCustomer();
        try (LiveClient mine = open(token);
                LiveClient other = open(Logins.newCustomer())) {
            subscribed(mine, "user", 0);
            subscribed(other, "user", 0);
            News news = news(accountOf(token), "a.renewed");
            publish(news);
            JsonNode heard = mine.next("a.renewed");
            assertThat(heard.path("v").asInt()).isEqualTo(1);
            assertThat(heard.path("id").asText()).isEqualTo(news.id().toString());
            assertThat(heard.path("topic").asText()).isEqualTo("user");
            assertThat(heard.path("seq").isIntegralNumber()).isTrue();
            assertThat(Instant.parse(heard.path("at").asText())).isEqualTo(news.at());
            assertThat(heard.path("data").path("n").asInt()).isEqualTo(1);
            assertThat(other.rest()).noneMatch(one -> one.path("type").asText().contains("renew"));
        }
    }

    @Test
    void what_is_told_twice_is_heard_once_and_numbers_have_no_gaps() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        try (LiveClient client = open(token)) {
            subscribed(client, "user", 0);
            News first = news(me, "a.first");
            publish(first, first, news(me, "a.second"));
            long seq = client.next("a.first").path("seq").asLong();
            JsonNode second = client.next("a.second");
            assertThat(second.path("seq").asLong()).isEqualTo(seq + 1);
        }
    }

    @Test
    void who_comes_back_hears_what_he_missed_in_its_order() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        long since;
        try (LiveClient client = open(token)) {
            subscribed(client, "user", 0);
            publish(news(me, "a.one"));
            since = client.next("a.one").path("seq").asLong();
        }
        publish(news(me, "a.two"), news(me, "a.three"));
        try (LiveClient client = open(token)) {
            assertThat(subscribed(client, "user", since)).isEqualTo(since + 2);
            assertThat(client.next("a.two").path("seq").asLong()).isEqualTo(since + 1);
            assertThat(client.next("a.three").path("seq").asLong()).isEqualTo(since + 2);
            publish(news(me, "a.four"));
            assertThat(client.next("a.four").path("seq").asLong()).isEqualTo(since + 3);
        }
    }

    @Test
    void who_was_away_for_too_long_is_told_to_look_anew() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        publish(news(me, "a.one"));
        publish(IntStream.range(0, 100).mapToObj(_ -> news(me, "a.more")).toArray(News[]::new));
        try (LiveClient client = open(token)) {
            long now = subscribed(client, "user", 1);
            JsonNode reset = client.next("reset");
            assertThat(reset.path("topic").asText()).isEqualTo("user");
            assertThat(reset.path("seq").asLong()).isEqualTo(now);
            publish(news(me, "a.next"));
            assertThat(client.next("a.next").path("seq").asLong()).isEqualTo(now + 1);
        }
    }

    @Test
    void topics_are_heard_by_right() {
        try (LiveClient admin = watch("admin");
                LiveClient operator = watch("operator")) {
            admin.say(
                    "{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"servers\",\"payments\"],"
                            + "\"since\":{\"payments\":0}}");
            assertThat(admin.next("ack").path("ref").asText()).isEqualTo("c1");
            subscribed(operator, "payments", 0);
            publish(news(PAYMENTS, "a.received"));
            admin.next("a.received");
            operator.next("a.received");
            admin.say("{\"type\":\"unsubscribe\",\"id\":\"c2\",\"topics\":[\"payments\"]}");
            admin.next("ack");
            publish(news(PAYMENTS, "a.flagged"));
            operator.next("a.flagged");
            assertThat(admin.rest())
                    .noneMatch(one -> one.path("topic").asText().equals("payments"));
        }
        try (LiveClient customer = open(Logins.newCustomer())) {
            customer.say(
                    "{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"user\",\"payments\"]}");
            JsonNode error = customer.next("error");
            assertThat(error.path("ref").asText()).isEqualTo("c1");
            assertThat(error.path("problem").path("code").asText()).isEqualTo("validation_failed");
            assertThat(error.path("problem").path("status").asInt()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"subscribe\",\"id\":\"c\",\"topics\":[]}",
                "{\"type\":\"subscribe\",\"id\":\"c\",\"topics\":[1]}",
                "{\"type\":\"subscribe\",\"id\":\"c\",\"topics\":[\"user\"],\"since\":-1}",
                "{\"type\":\"subscribe\",\"id\":\"c\",\"topics\":[\"user\"],\"since\":1e99}",
                "{\"type\":\"auth\",\"type\":\"auth\",\"token\":\"x\"}",
                "{\"type\":\"auth\"}",
                "{\"type\":\"dance\",\"id\":\"c\"}",
                "{\"type\":\"subscribe\",\"id\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}}"
            })
    void what_is_not_understood_is_an_error_and_no_end(String text) {
        try (LiveClient client = open(Logins.newCustomer())) {
            client.say(text);
            assertThat(client.next("error").path("problem").path("code").asText())
                    .isEqualTo("validation_failed");
            subscribed(client, "user", 0);
        }
    }

    @Test
    void bombs_are_refused() {
        try (LiveClient client = open(Logins.newCustomer())) {
            client.say("[".repeat(8_000));
            client.next("error");
            client.say("x".repeat(9_000));
            client.closedWith();
        }
        try (LiveClient client = open(Logins.newCustomer())) {
            client.socket().writeBinaryMessage(Buffer.buffer("{}"));
            assertThat(client.closedWith()).isEqualTo(1003);
        }
        try (LiveClient client = open(Logins.newCustomer())) {
            IntStream.range(0, 60).forEach(_ -> client.say("{}"));
            assertThat(client.closedWith()).isEqualTo(4429);
        }
    }

    @Test
    void who_reads_too_slowly_is_closed_and_nobody_waits_for_him() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        String other = Logins.newCustomer();
        try (LiveClient slow = open(token);
                LiveClient quick = open(other)) {
            subscribed(slow, "user", 0);
            subscribed(quick, "user", 0);
            slow.socket().pause();
            String text = "{\"type\":\"a.big\",\"data\":\"" + "x".repeat(100_000) + "\"}";
            IntStream.range(0, 1_000)
                    .forEach(i -> hub.heard(new Heard.Told(new Delivery(me, i + 1, text))));
            publish(news(accountOf(other), "a.last"));
            quick.next("a.last");
            Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(30))
                    .until(() -> socketsOf(me) == 0);
        }
    }

    private long socketsOf(Address address) {
        return hub.sockets().stream()
                .filter(socket -> socket.addresses().contains(address))
                .count();
    }

    @Test
    void one_more_than_an_account_may_have_replaces_the_oldest() {
        String token = Logins.newCustomer();
        List<LiveClient> clients = Stream.generate(() -> open(token)).limit(11).toList();
        assertThat(clients.getFirst().closedWith()).isEqualTo(4409);
        clients.getLast().next("connected");
        assertThat(clients.subList(1, 11)).allMatch(LiveClient::isOpen);
        clients.forEach(LiveClient::close);
    }

    @Test
    void a_client_that_does_not_answer_is_idle() {
        String token = Logins.newCustomer();
        Address me = accountOf(token);
        try (LiveClient client = open(token)) {
            client.next("connected");
            client.socket().pause();
            // So many that it stops reading, and with that answering pings.
            publish(IntStream.range(0, 40).mapToObj(_ -> news(me, "a.more")).toArray(News[]::new));
            Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(40))
                    .until(() -> socketsOf(me) == 0);
        }
    }
}
