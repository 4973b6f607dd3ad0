package io.cybervpn.application.shared;

import io.cybervpn.application.shared.Inbox.Message;
import io.cybervpn.application.shared.Inbox.Settlement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Applies the oldest due messages of the inbox. Locking them, applying them and marking them are
 * one unit of work, so a crash at any moment leaves them due. Any number may drain at once. When a
 * batch fails, its messages are taken one by one, so that only the faulty one waits; that one is
 * tried for ever, with a growing pause: it may be somebody's money.
 */
@Singleton
public final class DrainInbox {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(10));

    private final UnitOfWork unitOfWork;
    private final Inbox inbox;
    private final HandlerRegistry handlers;
    private final Clock clock;

    @Inject
    DrainInbox(UnitOfWork unitOfWork, Inbox inbox, HandlerRegistry handlers, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.inbox = inbox;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit messages to take into one transaction, 1 to 500
     */
    public record Command(int limit) {}

    /**
     * What happened.
     *
     * @param settled messages that were dealt with
     * @param failed messages that wait for their next try
     */
    public record Result(int settled, int failed) {
        /** Nothing was due. */
        public static final Result IDLE = new Result(0, 0);

        /** Whether nothing was due. */
        public boolean idle() {
            return settled + failed == 0;
        }

        private Result plus(Result other) {
            return new Result(settled + other.settled, failed + other.failed);
        }
    }

    /** Applies at most so many messages. */
    public Uni<Result> execute(Command command) {
        AtomicReference<List<Message>> held = new AtomicReference<>(List.of());
        return unitOfWork
                .run(
                        () ->
                                inbox.lockNext(command.limit(), clock.instant())
                                        .invoke(held::set)
                                        .chain(this::apply))
                .onFailure()
                .recoverWithUni(failure -> recover(held.get(), failure));
    }

    private Uni<Result> apply(List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Result.IDLE);
        }
        Map<String, List<Message>> bySource = new LinkedHashMap<>();
        messages.forEach(
                message ->
                        bySource.computeIfAbsent(message.source(), _ -> new ArrayList<>())
                                .add(message));
        return Multi.createFrom()
                .iterable(bySource.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> applyOfSource(entry.getKey(), entry.getValue()))
                .collect()
                .in(ArrayList<Settlement>::new, List::addAll)
                .chain(settlements -> inbox.settle(settlements, clock.instant()))
                .replaceWith(new Result(messages.size(), 0));
    }

    private Uni<List<Settlement>> applyOfSource(String source, List<Message> messages) {
        return handlers.inboxHandlerOf(source)
                .map(handler -> handler.applyAll(messages).map(all -> settlements(messages, all)))
                .orElseGet(() -> Uni.createFrom().item(nobodys(messages)));
    }

    private static List<Settlement> settlements(
            List<Message> messages, List<InboxHandler.Applied> applied) {
        if (applied.size() != messages.size()) {
            throw new IllegalStateException(
                    "%d answers to %d messages".formatted(applied.size(), messages.size()));
        }
        List<Settlement> settlements = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            InboxHandler.Applied one = applied.get(i);
            settlements.add(new Settlement(messages.get(i).id(), one.outcome(), one.note()));
        }
        return settlements;
    }

    private static List<Settlement> nobodys(List<Message> messages) {
        return messages.stream()
                .map(
                        message ->
                                new Settlement(
                                        message.id(),
                                        Inbox.Outcome.IGNORED,
                                        "nobody handles this source"))
                .toList();
    }

    private Uni<Result> recover(List<Message> held, Throwable failure) {
        if (held.isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        return held.size() == 1 ? giveBack(held.getFirst(), failure) : oneByOne(held.size());
    }

    private Uni<Result> oneByOne(int count) {
        return Multi.createFrom()
                .range(0, count)
                .onItem()
                .transformToUniAndConcatenate(_ -> execute(new Command(1)))
                .collect()
                .in(
                        () -> new AtomicReference<>(Result.IDLE),
                        (sum, one) -> sum.set(sum.get().plus(one)))
                .map(AtomicReference::get);
    }

    private Uni<Result> giveBack(Message message, Throwable failure) {
        String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return inbox.retryAt(
                        message.id(), clock.instant().plus(BACKOFF.after(message.attempt())), error)
                .replaceWith(new Result(0, 1));
    }
}
