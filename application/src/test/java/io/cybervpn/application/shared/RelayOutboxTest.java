package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RelayOutboxTest {
    record Happened(Instant at, int number) implements DomainEvent {}

    private final MovableClock clock = new MovableClock();
    private final InMemoryDeliveries queue = new InMemoryDeliveries();
    private final List<Integer> seen = new CopyOnWriteArrayList<>();
    private boolean down;
    private Duration pause = Duration.ZERO;

    private final EventHandler<Happened> handler =
            new EventHandler<>() {
                @Override
                public Class<Happened> event() {
                    return Happened.class;
                }

                @Override
                public String name() {
                    return "test.count";
                }

                @Override
                public Uni<Void> handle(Happened event) {
                    if (down) {
                        throw new IllegalStateException("the panel is down");
                    }
                    seen.add(event.number());
                    clock.advance(pause);
                    return Uni.createFrom().voidItem();
                }
            };

    private final RelayOutbox relay = new RelayOutbox(queue, new OneHandler(), clock);

    @Test
    void every_due_row_reaches_its_handler_and_is_done() {
        UUID first = row(1);
        UUID second = row(2);

        assertThat(relay()).isEqualTo(new RelayOutbox.Result(2, 2));

        assertThat(seen).containsExactlyInAnyOrder(1, 2);
        assertThat(queue.statusOf(first)).isEqualTo("done");
        assertThat(queue.statusOf(second)).isEqualTo("done");
        assertThat(relay().taken()).isZero();
    }

    @Test
    void a_failing_handler_is_tried_again_with_a_growing_pause() {
        UUID id = row(1);
        down = true;

        assertThat(relay()).isEqualTo(new RelayOutbox.Result(1, 0));
        assertThat(queue.dueAt(id)).isEqualTo(clock.instant().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        relay();
        assertThat(queue.dueAt(id)).isEqualTo(clock.instant().plusSeconds(2));

        down = false;
        clock.advance(Duration.ofSeconds(2));
        assertThat(relay().delivered()).isEqualTo(1);
        assertThat(seen).containsExactly(1);
    }

    @Test
    void one_bad_row_does_not_hold_up_the_others() {
        UUID orphan = UUID.randomUUID();
        queue.add(orphan, "test.gone", new Happened(clock.instant(), 0), clock.instant());
        row(7);

        assertThat(relay()).isEqualTo(new RelayOutbox.Result(2, 1));
        assertThat(seen).containsExactly(7);
        assertThat(queue.statusOf(orphan)).isEqualTo("pending");
    }

    @Test
    void after_its_last_try_a_row_is_parked_for_staff() {
        UUID id = row(1);
        down = true;

        for (int i = 0; i < RelayOutbox.ATTEMPTS_MAX; i++) {
            relay();
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(queue.statusOf(id)).isEqualTo("parked");
        assertThat(relay().taken()).isZero();
    }

    @Test
    void what_a_killed_relay_had_taken_is_taken_by_another_when_its_lease_ends() {
        row(1);
        assertThat(queue.claim(10, clock.instant(), RelayOutbox.LEASE).await().indefinitely())
                .hasSize(1);

        clock.advance(RelayOutbox.LEASE.minusMillis(1));
        assertThat(relay().taken()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(relay()).isEqualTo(new RelayOutbox.Result(1, 1));
    }

    @Test
    void no_handler_is_begun_that_could_outlive_its_lease() {
        row(1);
        row(2);
        pause = RelayOutbox.LEASE.minus(RelayOutbox.PATIENCE).plusMillis(1);

        assertThat(relay()).isEqualTo(new RelayOutbox.Result(2, 1));
        assertThat(relay().taken()).isZero();
        clock.advance(RelayOutbox.PATIENCE);
        assertThat(relay()).isEqualTo(new RelayOutbox.Result(1, 1));
        assertThat(seen).containsExactlyInAnyOrder(1, 2);
    }

    private UUID row(int number) {
        UUID id = UUID.randomUUID();
        queue.add(id, "test.count", new Happened(clock.instant(), number), clock.instant());
        return id;
    }

    private RelayOutbox.Result relay() {
        return relay.execute(new RelayOutbox.Command(10)).await().indefinitely();
    }

    private final class OneHandler implements HandlerRegistry {
        @Override
        public List<EventHandler<?>> handlersOf(Class<? extends DomainEvent> event) {
            return List.of(handler);
        }

        @Override
        public Optional<EventHandler<?>> handlerNamed(String name) {
            return name.equals(handler.name()) ? Optional.of(handler) : Optional.empty();
        }

        @Override
        public Optional<InboxHandler> inboxHandlerOf(String source) {
            return Optional.empty();
        }

        @Override
        public Optional<WebhookSource> webhookSource(String source) {
            return Optional.empty();
        }
    }
}
