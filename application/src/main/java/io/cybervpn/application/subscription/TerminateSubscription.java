package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a subscription away that ended unpaid, and tells of it. A later payment opens it again.
 * Joins the caller's unit of work. For our own code. Repeatable.
 */
@Singleton
public final class TerminateSubscription {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public TerminateSubscription(
            UnitOfWork unitOfWork, Subscriptions subscriptions, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Which.
     *
     * @param end when it ended, as the caller knows it
     */
    public record Command(SubscriptionId subscription, Instant end) {}

    /** What came of it. */
    public sealed interface Result {
        /** It was taken away. */
        record Terminated() implements Result {}

        /** It runs, is held, has another end, was taken away before, or is not there. */
        record LeftAlone() implements Result {}
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        subscriptions
                                .lock(command.subscription())
                                .chain(found -> end(found.filter(one -> hasEnded(one, command)))));
    }

    private boolean hasEnded(Subscription subscription, Command command) {
        return !(subscription instanceof Subscription.Terminated)
                && !subscription.isHeld()
                && subscription.expireAt().equals(command.end())
                && !subscription.expireAt().isAfter(clock.instant());
    }

    private Uni<Result> end(Optional<Subscription> ended) {
        return ended.map(this::end).orElseGet(() -> Uni.createFrom().item(new Result.LeftAlone()));
    }

    private Uni<Result> end(Subscription ended) {
        Subscription.Terminated terminated = ended.terminate();
        return subscriptions
                .save(terminated)
                .chain(() -> outbox.append(terminated.event(clock.instant())))
                .replaceWith(new Result.Terminated());
    }
}
