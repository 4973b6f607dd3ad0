package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.subscription.model.Holds;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets subscriptions go on that have rested as long as they may, one batch per call and per unit of
 * work. Any number of instances may do it at once.
 */
@Singleton
public final class ResumeLongPaused {
    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final HoldDesk holds;

    @Inject
    ResumeLongPaused(UnitOfWork unitOfWork, Subscriptions subscriptions, HoldDesk holds) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.holds = holds;
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
     * @param resumed fewer than the limit means that nothing more is due
     */
    public record Result(int resumed) {}

    /** One batch. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        subscriptions
                                .lockResumable(holds.now(), command.limit())
                                .chain(this::resumeAll));
    }

    private Uni<Result> resumeAll(List<Subscription> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(one -> resume(one).replaceWith(one))
                .collect()
                .asList()
                .map(done -> new Result(done.size()));
    }

    private Uni<Void> resume(Subscription paused) {
        return holds.past(paused.service().id())
                .chain(
                        past ->
                                switch (Holds.resume(paused, past, holds.moment())) {
                                    case Holds.Answer.Done(var held) -> holds.keep(held);
                                    case Holds.Answer.Refused(var reason) ->
                                            throw new IllegalStateException(
                                                    paused + " was found paused: " + reason);
                                });
    }
}
