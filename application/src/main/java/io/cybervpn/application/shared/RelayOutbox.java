package io.cybervpn.application.shared;

import io.cybervpn.application.shared.OutboxQueue.Delivery;
import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivers a batch of due outbox rows to their handlers. Any number of instances may relay at once;
 * a row is with one of them at a time, and what a killed one had taken comes back when its lease
 * ends after {@link #LEASE}. No handler is begun so late that it would outlive its lease, if it
 * takes no longer than {@link #PATIENCE}; one that does may meet its own repetition, which handlers
 * must bear anyway. A handler that fails is tried again with a growing pause, and parked for staff
 * after {@link #ATTEMPTS_MAX} tries: about two days.
 */
@Singleton
public final class RelayOutbox {
    /** Tries before a row is parked. */
    public static final int ATTEMPTS_MAX = 300;

    static final Duration LEASE = Duration.ofSeconds(30);

    /**
     * For a handler and for saying that it is done. A handler is a unit of work without remote
     * calls, whose statements the database breaks off after 15 s.
     */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(10));
    private static final int PARALLEL_MAX = 8;
    private static final int ERROR_LENGTH_MAX = 500;

    private final OutboxQueue queue;
    private final HandlerRegistry handlers;
    private final Clock clock;

    @Inject
    RelayOutbox(OutboxQueue queue, HandlerRegistry handlers, Clock clock) {
        this.queue = queue;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit rows to take, 1 to 500
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param taken rows taken; fewer than the limit means that nothing more is due
     * @param delivered rows whose handlers succeeded
     */
    public record Result(int taken, int delivered) {}

    /** Takes, delivers and settles one batch. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        Instant lastBegin = now.plus(LEASE).minus(PATIENCE);
        return queue.claim(command.limit(), now, LEASE)
                .chain(deliveries -> deliverAll(deliveries, lastBegin));
    }

    private Uni<Result> deliverAll(List<Delivery> deliveries, Instant lastBegin) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().item(new Result(0, 0));
        }
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUni(delivery -> deliverInTime(delivery, lastBegin))
                .merge(PARALLEL_MAX)
                .collect()
                .asList()
                .chain(outcomes -> settle(deliveries.size(), outcomes));
    }

    private Uni<Result> settle(int taken, List<Optional<UUID>> outcomes) {
        List<UUID> delivered = outcomes.stream().flatMap(Optional::stream).toList();
        Result result = new Result(taken, delivered.size());
        return delivered.isEmpty()
                ? Uni.createFrom().item(result)
                : queue.done(delivered, clock.instant()).replaceWith(result);
    }

    /** What comes too late is left to the end of its lease. */
    private Uni<Optional<UUID>> deliverInTime(Delivery delivery, Instant lastBegin) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                clock.instant().isAfter(lastBegin)
                                        ? Uni.createFrom().item(Optional.empty())
                                        : deliver(delivery));
    }

    private Uni<Optional<UUID>> deliver(Delivery delivery) {
        return handlers.handlerNamed(delivery.handler())
                .map(handler -> hand(handler, delivery.event()))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                new IllegalStateException(
                                                        "no handler named " + delivery.handler())))
                .replaceWith(Optional.of(delivery.id()))
                .onFailure()
                .recoverWithUni(
                        failure -> giveBack(delivery, failure).replaceWith(Optional.<UUID>empty()));
    }

    private static <E extends DomainEvent> Uni<Void> hand(
            EventHandler<E> handler, DomainEvent event) {
        return Uni.createFrom().deferred(() -> handler.handle(handler.event().cast(event)));
    }

    private Uni<Void> giveBack(Delivery delivery, Throwable failure) {
        String error = describe(failure);
        if (delivery.attempt() >= ATTEMPTS_MAX) {
            return queue.park(delivery.id(), error);
        }
        return queue.retryAt(
                delivery.id(), clock.instant().plus(BACKOFF.after(delivery.attempt())), error);
    }

    private static String describe(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > ERROR_LENGTH_MAX ? text.substring(0, ERROR_LENGTH_MAX) : text;
    }
}
