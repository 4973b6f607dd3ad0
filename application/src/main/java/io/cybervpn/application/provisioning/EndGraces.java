package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.repository.Graces;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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

    /** Where a batch ended. */
    public record Place(Instant begunAt, AccessId access) {
        /** Before the first batch. */
        public static final Place START =
                new Place(Graces.Mark.START.begunAt(), Graces.Mark.START.access());

        private Graces.Mark mark() {
            return new Graces.Mark(begunAt, access);
        }
    }

    /**
     * How much to do.
     *
     * @param after where the batch before it ended
     * @param limit the size of the batch, 1 to 1000
     */
    public record Command(Place after, int limit) {}

    /**
     * What was done.
     *
     * @param looked fewer than the limit means that nothing more is due
     * @param last where to go on: what stays due is looked at in the next run, not again in this
     */
    public record Result(int looked, Place last) {}

    /** One batch. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> graces.due(clock.instant(), command.after().mark(), command.limit()))
                .chain(due -> lookAll(due, command.after()));
    }

    private Uni<Result> lookAll(List<Graces.Due> due, Place after) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> look(one).replaceWith(one))
                .collect()
                .asList()
                .call(looked -> looked.isEmpty() ? links.nothing() : links.settle())
                .map(looked -> new Result(looked.size(), last(looked, after)));
    }

    private static Place last(List<Graces.Due> looked, Place after) {
        return looked.isEmpty()
                ? after
                : new Place(looked.getLast().begunAt(), looked.getLast().access());
    }

    private Uni<Void> look(Graces.Due due) {
        return wishes.want(new SubscriptionId(due.access().value()), due.account());
    }
}
