package io.cybervpn.presentation.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.OutboxQueue;
import io.cybervpn.application.shared.OutboxQueueContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL keeps the contract of the outbox queue. The pumps stand still meanwhile. */
@QuarkusTest
class PostgresOutboxQueueTest extends OutboxQueueContract {
    private static final String PAYLOAD =
            """
            {"payment":{"value":"%1$s"},"subject":"%1$s","at":"2020-01-01T00:00:00Z"}""";

    @Inject OutboxQueue queue;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;
    @Inject Pumps pumps;

    @BeforeEach
    void stopThePumps() {
        pumps.rest();
    }

    @AfterEach
    void startThePumps() {
        pumps.work();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected OutboxQueue queue() {
        return queue;
    }

    @Test
    void an_event_of_a_newer_version_waits_and_holds_nobody_up() {
        UUID known = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        Instant then = Instant.parse("2020-01-01T00:00:00Z");
        given(unknown, "contract.handler", then);
        given(known, "contract.handler", then);
        execute("update outbox set event_type = 'of.the.future' where id = $1", Tuple.of(unknown));

        List<OutboxQueue.Delivery> claimed =
                queue.claim(500, then, Duration.ofMinutes(2)).await().indefinitely();

        assertThat(claimed)
                .extracting(OutboxQueue.Delivery::id)
                .contains(known)
                .doesNotContain(unknown);
        execute("delete from outbox where id = any($1)", Tuple.of(new UUID[] {known, unknown}));
    }

    private void execute(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    @Override
    protected void given(UUID id, String handler, Instant dueAt) {
        pool.preparedQuery(
                        """
                        insert into outbox (id, handler, event_type, payload, next_attempt_at, created_at)
                        values ($1, $2, 'payment.expired', $3::text::jsonb, $4, $4)""")
                .execute(
                        Tuple.of(
                                id, handler, PAYLOAD.formatted(id), dueAt.atOffset(ZoneOffset.UTC)))
                .await()
                .indefinitely();
    }
}
