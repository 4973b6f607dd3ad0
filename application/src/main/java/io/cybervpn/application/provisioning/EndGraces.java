package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Ends graces whose time is over and looks at those whose traffic was reset, a batch per call. Any
 * number of instances may at once: each asks what is owed now, and the second one finds it done.
 */
@Singleton
public final class EndGraces {
    private final UnitOfWork unitOfWork;
    private final Graces graces;
    private final AccessWishes wishes;
    private final LinkUpkeep links;
    private final Clock clock;

    @Inject
    EndGraces(
            UnitOfWork unitOfWork,
            Graces graces,
            AccessWishes wishes,
            LinkUpkeep links,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.graces = graces;
        this.wishes = wishes;
        this.links = links;
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
     * @param looked fewer than the limit means that nothing more is due
     */
    public record Result(int looked) {}

    /** One batch. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> graces.due(clock.instant(), command.limit()))
                .chain(this::lookAll);
    }

    private Uni<Result> lookAll(List<Graces.Due> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> look(one).replaceWith(one))
                .collect()
                .asList()
                .call(looked -> looked.isEmpty() ? links.nothing() : links.settle())
                .map(looked -> new Result(looked.size()));
    }

    private Uni<Void> look(Graces.Due due) {
        return wishes.want(new SubscriptionId(due.access().value()), due.account());
    }
}
