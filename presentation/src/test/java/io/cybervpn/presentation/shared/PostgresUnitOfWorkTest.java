package io.cybervpn.presentation.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.payment.PaymentId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One transaction per unit of work, whoever starts it. */
@QuarkusTest
class PostgresUnitOfWorkTest {
    @Inject UnitOfWork unitOfWork;
    @Inject Outbox outbox;
    @Inject Pool pool;

    @Test
    void nested_runs_are_one_transaction() {
        Uni<List<String>> ids =
                unitOfWork.run(
                        () ->
                                transactionId()
                                        .chain(
                                                outer ->
                                                        unitOfWork
                                                                .run(this::transactionId)
                                                                .map(
                                                                        inner ->
                                                                                List.of(
                                                                                        outer,
                                                                                        inner))));

        List<String> seen = ids.await().indefinitely();
        assertThat(seen.get(0)).isEqualTo(seen.get(1));
    }

    @Test
    void units_of_work_at_the_same_time_never_share_a_session() {
        List<String> seen =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(_ -> unitOfWork.run(this::transactionId).await().indefinitely())
                        .toList();

        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void a_failure_rolls_everything_back() {
        String key = UUID.randomUUID().toString();

        assertThatThrownBy(
                        () ->
                                unitOfWork
                                        .run(
                                                () ->
                                                        insertKey(key)
                                                                .invoke(
                                                                        () -> {
                                                                            throw new IllegalStateException(
                                                                                    "no");
                                                                        }))
                                        .await()
                                        .indefinitely())
                .isInstanceOf(IllegalStateException.class);

        assertThat(countKeys(key)).isZero();
        unitOfWork.run(() -> insertKey(key)).await().indefinitely();
        assertThat(countKeys(key)).isEqualTo(1);
    }

    @Test
    void telling_outside_a_unit_of_work_is_refused() {
        PaymentExpired event =
                new PaymentExpired(
                        new PaymentId(UUID.randomUUID()), UUID.randomUUID(), Instant.now());

        assertThatThrownBy(() -> outbox.append(event).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);
    }

    private Uni<String> transactionId() {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select cast(pg_current_xact_id() as text)",
                                                String.class)
                                        .getSingleResult());
    }

    private static Uni<Integer> insertKey(String key) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "insert into idempotency_key (scope, key, request_hash, begun_at)"
                                                        + " values ('unit-of-work', :key, 'x', now())")
                                        .setParameter("key", key)
                                        .executeUpdate());
    }

    private long countKeys(String key) {
        return pool.preparedQuery("select count(*) from idempotency_key where key = $1")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(key))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
