package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.repository.Removals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Says which customers' machines are removed soon: once for each moment of removal. Any number of
 * instances may do so at once.
 */
@Singleton
public final class TellOfRemovals {
    private final UnitOfWork unitOfWork;
    private final Removals removals;
    private final Outbox outbox;
    private final RemovalSettings settings;
    private final Clock clock;

    @Inject
    TellOfRemovals(
            UnitOfWork unitOfWork,
            Removals removals,
            Outbox outbox,
            RemovalSettings settings,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.removals = removals;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How many.
     *
     * @param limit 1 to 1000
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param told fewer than the limit means that nobody else is to be told
     */
    public record Result(int told) {}

    /** Tells of one batch. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return unitOfWork.run(
                () ->
                        removals.takeUntold(now, now.plus(settings.tellBefore()), command.limit())
                                .call(this::tell)
                                .map(told -> new Result(told.size())));
    }

    private Uni<Void> tell(List<RemovalNear> told) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(one -> outbox.append(one).replaceWith(one))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
