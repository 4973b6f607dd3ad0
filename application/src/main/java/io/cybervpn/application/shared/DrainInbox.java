package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Applies the oldest due message of the inbox. Locking it, applying it and marking it are one unit
 * of work, so a crash at any moment leaves the message due. Any number may drain at once. A message
 * that fails is tried for ever, with a growing pause: it may be somebody's money.
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

    /** What happened. */
    public sealed interface Result {
        /** Nothing was due. */
        record Idle() implements Result {}

        /** One message was dealt with. */
        record Settled(String source, Inbox.Outcome outcome) implements Result {}

        /** One message failed and waits for its next try. */
        record Failed(String source, String error) implements Result {}
    }

    /** Applies at most one message. */
    public Uni<Result> execute() {
        AtomicReference<Optional<Inbox.Message>> held = new AtomicReference<>(Optional.empty());
        return unitOfWork
                .run(
                        () ->
                                inbox.lockNext(clock.instant())
                                        .invoke(held::set)
                                        .chain(this::applyIfAny))
                .onFailure()
                .recoverWithUni(failure -> giveBack(held.get(), failure));
    }

    private Uni<Result> applyIfAny(Optional<Inbox.Message> due) {
        return due.map(this::apply).orElseGet(() -> Uni.createFrom().item(new Result.Idle()));
    }

    private Uni<Result> apply(Inbox.Message message) {
        return handlers.inboxHandlerOf(message.source())
                .map(handler -> handler.apply(message))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .item(
                                                new InboxHandler.Applied(
                                                        Inbox.Outcome.IGNORED,
                                                        "nobody handles this source")))
                .chain(applied -> settle(message, applied));
    }

    private Uni<Result> settle(Inbox.Message message, InboxHandler.Applied applied) {
        return inbox.settle(message.id(), applied.outcome(), applied.note(), clock.instant())
                .replaceWith(new Result.Settled(message.source(), applied.outcome()));
    }

    private Uni<Result> giveBack(Optional<Inbox.Message> held, Throwable failure) {
        if (held.isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        Inbox.Message message = held.get();
        String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return inbox.retryAt(
                        message.id(), clock.instant().plus(BACKOFF.after(message.attempt())), error)
                .replaceWith(new Result.Failed(message.source(), error));
    }
}
