package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends the subscriptions whose time has come and tells of each, one batch per call and per unit of
 * work. Any number of instances may do it at once; a payment that comes at the same moment wins or
 * is found by the next batch.
 */
@Singleton
public final class ExpireSubscriptions {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ExpireSubscriptions(
            UnitOfWork unitOfWork, Subscriptions subscriptions, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit the size of the batch, 1 to 1000
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param expired fewer than the limit means that nothing more is due
     */
    public record Result(int expired) {}

    /** Ends one batch. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return unitOfWork.run(
                () ->
                        subscriptions
                                .expireDue(now, command.limit())
                                .chain(ended -> tell(ended, now)));
    }

    private Uni<Result> tell(List<Subscription.Expired> ended, Instant now) {
        return outbox.appendAll(
                        ended.stream().map(subscription -> subscription.event(now)).toList())
                .replaceWith(new Result(ended.size()));
    }
}
