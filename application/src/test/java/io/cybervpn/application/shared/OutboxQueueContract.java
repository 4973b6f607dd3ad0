package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.OutboxQueue.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every outbox queue promises. An implementation's test gives a queue that nobody else relays
 * meanwhile.
 */
public abstract class OutboxQueueContract {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Instant then = Instant.parse("2020-01-01T00:00:00Z");

    protected abstract OutboxQueue queue();

    protected abstract UnitOfWork unitOfWork();

    /** Stores a row of any event for a handler, due at a time. */
    protected abstract void given(UUID id, String handler, Instant dueAt);

    @Test
    void a_claimed_row_is_hidden_until_its_lease_ends() {
        UUID id = row(then);

        assertThat(claimed(then)).contains(id);
        assertThat(claimed(then)).doesNotContain(id);
        assertThat(claimed(then.plus(LEASE))).contains(id);
        queue().done(List.of(id), then).await().indefinitely();
    }

    @Test
    void a_row_that_is_done_does_not_come_back() {
        UUID id = row(then);
        claimed(then);

        queue().done(List.of(id), then).await().indefinitely();

        assertThat(claimed(then.plus(Duration.ofDays(1)))).doesNotContain(id);
    }

    @Test
    void a_row_given_back_comes_at_its_time_with_its_tries_counted() {
        UUID id = row(then);
        claimed(then);

        queue().retryAt(id, then.plusSeconds(30), "down").await().indefinitely();

        assertThat(claimed(then.plusSeconds(29))).doesNotContain(id);
        List<Delivery> again =
                queue().claim(500, then.plusSeconds(30), LEASE).await().indefinitely();
        assertThat(again)
                .filteredOn(d -> d.id().equals(id))
                .extracting(Delivery::attempt)
                .containsExactly(2);
        queue().done(List.of(id), then).await().indefinitely();
    }

    @Test
    void a_parked_row_waits_for_staff() {
        UUID id = row(then);
        claimed(then);
        queue().park(id, "gave up").await().indefinitely();

        assertThat(claimed(then.plus(Duration.ofDays(1)))).doesNotContain(id);
        assertThat(queue().parked(500).await().indefinitely())
                .filteredOn(parked -> parked.id().equals(id))
                .extracting(OutboxQueue.Parked::error)
                .containsExactly("gave up");
        assertThat(requeued(id)).isTrue();
        assertThat(requeued(id)).isFalse();
        assertThat(claimed(then)).contains(id);
        queue().done(List.of(id), then).await().indefinitely();
    }

    @Test
    void two_relays_never_hold_the_same_row() {
        List<UUID> ids = List.of(row(then), row(then), row(then), row(then));

        List<UUID> first = claim(then, 2);
        List<UUID> second = claim(then, 500);

        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
        assertThat(second).doesNotContainAnyElementsOf(first);
        queue().done(ids, then).await().indefinitely();
    }

    private boolean requeued(UUID id) {
        return unitOfWork().run(() -> queue().requeue(id, then)).await().indefinitely();
    }

    private UUID row(Instant dueAt) {
        UUID id = UUID.randomUUID();
        given(id, "contract.handler", dueAt);
        return id;
    }

    private List<UUID> claimed(Instant now) {
        return claim(now, 500);
    }

    private List<UUID> claim(Instant now, int limit) {
        return queue().claim(limit, now, LEASE).await().indefinitely().stream()
                .map(Delivery::id)
                .toList();
    }

    @Test
    void what_was_delivered_is_forgotten_in_time_and_what_waits_is_not() {
        UUID done = row(then);
        UUID waiting = row(then);
        claimed(then);
        queue().done(List.of(done), then).await().indefinitely();

        assertThat(queue().forget(then, 500).await().indefinitely()).isZero();
        assertThat(queue().forget(then.plusSeconds(1), 500).await().indefinitely()).isPositive();
        assertThat(queue().forget(then.plusSeconds(1), 500).await().indefinitely()).isZero();
        assertThat(claimed(then.plus(LEASE))).contains(waiting);
        queue().done(List.of(waiting), then).await().indefinitely();
    }
}
