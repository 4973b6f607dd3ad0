package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends add-ons whose time has come, each once, and tells of it. Any number of instances may. */
@Singleton
public final class EndAddOns {
    private final UnitOfWork unitOfWork;
    private final AddOnTimes addOns;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    EndAddOns(
            UnitOfWork unitOfWork,
            AddOnTimes addOns,
            Subscriptions subscriptions,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.addOns = addOns;
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
     * @param ended fewer than the limit means that nothing more is due
     */
    public record Result(int ended) {}

    /** Ends one batch. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return unitOfWork.run(
                () -> addOns.end(now, command.limit()).chain(ended -> tell(ended, now)));
    }

    private Uni<Result> tell(List<SubscriptionId> ended, Instant now) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(id -> tell(id, now).replaceWith(id))
                .collect()
                .asList()
                .map(told -> new Result(told.size()));
    }

    private Uni<Void> tell(SubscriptionId id, Instant now) {
        return subscriptions
                .find(id)
                .map(Optional::orElseThrow)
                .chain(current -> outbox.append(GrantAddOnOnOrderPaid.changed(current, now)));
    }
}
