package io.cybervpn.presentation.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.server.MeasureServers;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.live.LiveClient;
import io.cybervpn.presentation.live.Schemas;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** R152, R154: staff see how servers, bandwidth and jobs stand, then each change. */
@QuarkusTest
class LiveBoardsTest extends ServerTestBase {
    private static final Duration PACE = Duration.ofSeconds(2);

    @TestHTTPResource URI shop;
    @Inject StaffMembers members;
    @Inject MeasureServers measure;

    private LiveClient watch(String topic) {
        String token = members.withRole("operator").token();
        LiveClient client = new LiveClient.Wish(shop, "monitoring").bearer(token).open();
        client.say("{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"%s\"]}".formatted(topic));
        client.next("ack");
        return client;
    }

    private static Optional<JsonNode> item(JsonNode news, String id) {
        return StreamSupport.stream(news.path("data").path("items").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst();
    }

    /** The first of the news, be they of all or of changes, that tell of a thing as it is now. */
    private static JsonNode told(LiveClient client, String id, Predicate<JsonNode> now) {
        while (true) {
            JsonNode news = client.next();
            if (item(news, id).filter(now).isPresent()) {
                return news;
            }
        }
    }

    private JsonNode told(LiveClient client, long users) {
        return told(client, id, one -> one.path("usersOnline").asLong() == users);
    }

    private void users(long count) {
        pool.preparedQuery("update server set users_online = $2 where id = $1")
                .execute(Tuple.of(UUID.fromString(id), count))
                .await()
                .indefinitely();
    }

    @Test
    void servers_are_shown_then_what_changes_of_them() throws IOException {
        Schemas schemas = new Schemas();
        try (LiveClient client = watch("servers")) {
            JsonNode snapshot = client.next("servers.snapshot");
            schemas.hold("News", snapshot);
            schemas.hold("ServersSnapshot", snapshot.path("data"));
            assertThat(item(snapshot, id).orElseThrow().path("name").asText()).isEqualTo(name);

            users(12_345);
            told(client, 12_345);
            users(12_346);
            JsonNode changed = told(client, 12_346);
            assertThat(changed.path("type").asText()).isEqualTo("servers.changed");
            schemas.hold("ServersChanged", changed.path("data"));

            pool.preparedQuery("update server set gone_since = now() where id = $1")
                    .execute(Tuple.of(UUID.fromString(id)))
                    .await()
                    .indefinitely();
            JsonNode removed = client.next("servers.changed");
            while (removed.path("data").path("removed").isEmpty()) {
                removed = client.next("servers.changed");
            }
            assertThat(removed.path("data").path("removed").get(0).asText()).isEqualTo(id);
        }
    }

    @Test
    void many_changes_are_told_at_the_pace_and_the_last_state_wins() throws InterruptedException {
        try (LiveClient client = watch("servers")) {
            users(999);
            told(client, 999);
            Instant until = Instant.now().plusSeconds(5);
            long count = 1_000;
            while (Instant.now().isBefore(until)) {
                users(++count);
                Thread.sleep(50);
            }
            List<Instant> moments = new ArrayList<>();
            long last = 0;
            while (last < count) {
                JsonNode news = client.next("servers.changed");
                moments.add(Instant.parse(news.path("at").asText()));
                last = item(news, id).map(one -> one.path("usersOnline").asLong()).orElse(last);
            }
            assertThat(last).isEqualTo(count);
            for (int i = 1; i < moments.size(); i++) {
                assertThat(Duration.between(moments.get(i - 1), moments.get(i)))
                        .isGreaterThanOrEqualTo(PACE.minusMillis(50));
            }
            assertThat(moments).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void two_who_listen_hear_the_same_and_who_comes_back_hears_what_he_missed() {
        long seq;
        String token = members.withRole("operator").token();
        try (LiveClient one = watch("servers");
                LiveClient other = watch("servers")) {
            users(777);
            JsonNode first = told(one, 777);
            assertThat(told(other, 777)).isEqualTo(first);
            seq = first.path("seq").asLong();
            users(778);
            told(one, 778);
        }
        try (LiveClient back = new LiveClient.Wish(shop, "monitoring").bearer(token).open()) {
            back.say(
                    "{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"servers\"],\"since\":%d}"
                            .formatted(seq));
            JsonNode missed = told(back, 778);
            assertThat(missed.path("seq").asLong()).isGreaterThan(seq);
        }
    }

    @Test
    void bandwidth_is_told_when_it_was_measured() throws IOException {
        Schemas schemas = new Schemas();
        try (LiveClient client = watch("bandwidth")) {
            JsonNode snapshot = client.next("bandwidth.snapshot");
            schemas.hold("BandwidthSnapshot", snapshot.path("data"));
            pool.preparedQuery("delete from server_sample where server_id = $1")
                    .execute(Tuple.of(UUID.fromString(id)))
                    .await()
                    .indefinitely();
            measure.execute().await().indefinitely();
            JsonNode news = told(client, id, _ -> true);
            JsonNode sample = item(news, id).orElseThrow();
            assertThat(sample.path("bytes").isIntegralNumber()).isTrue();
            assertThat(Instant.parse(sample.path("at").asText())).isBefore(Instant.now());
        }
    }

    @Test
    void a_job_is_told_from_its_beginning_to_its_end() throws IOException {
        Schemas schemas = new Schemas();
        UUID job = UUID.randomUUID();
        try (LiveClient client = watch("jobs")) {
            schemas.hold("JobsSnapshot", client.next("jobs.snapshot").path("data"));
            execute(
                    """
                    with waiting as (insert into bulk_job_row
                        (job_id, position, subject, state, detail, not_before)
                        values ($1, 0, $1, 'waiting', '', now() + interval '1 day'))
                    insert into bulk_job (id, staff_id, key, action, reason, state, total, created_at)
                    values ($1, $1, $1::text, 'terminate', 'a test', 'running', 1, now())""",
                    job);
            told(client, job.toString(), one -> one.path("waiting").asLong() == 1);
            execute("delete from bulk_job_row where job_id = $1", job);
            execute("update bulk_job set state = 'cancelled', ended_at = now() where id = $1", job);
            JsonNode ended =
                    item(told(client, job.toString(), LiveBoardsTest::isCancelled), job.toString())
                            .orElseThrow();
            assertThat(ended.path("waiting").asLong()).isZero();
            assertThat(ended.path("endedAt").isTextual()).isTrue();
        } finally {
            execute("delete from bulk_job_row where job_id = $1", job);
            execute("delete from bulk_job where id = $1", job);
        }
    }

    private static boolean isCancelled(JsonNode job) {
        return job.path("state").asText().equals("cancelled");
    }

    private void execute(String sql, UUID id) {
        pool.preparedQuery(sql).execute(Tuple.of(id)).await().indefinitely();
    }

    @Test
    void who_lacks_the_right_hears_nothing_of_it() {
        String customer = Logins.newCustomer();
        try (LiveClient own = new LiveClient.Wish(shop, "notifications").bearer(customer).open();
                LiveClient staff = watch("servers")) {
            own.next("connected");
            own.say("{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"servers\"]}");
            assertThat(own.next("error").at("/problem/status").asInt()).isEqualTo(400);
            users(99);
            told(staff, 99);
            assertThat(own.rest()).isEmpty();
        }
        String support = members.withRole("support").token();
        assertThat(new LiveClient.Wish(shop, "monitoring").bearer(support).refused())
                .startsWith("403");
    }
}
