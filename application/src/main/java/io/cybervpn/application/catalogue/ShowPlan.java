package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows staff one plan, on sale or not. Needs {@link Permission#CATALOGUE_READ}. */
@Singleton
public final class ShowPlan {
    private final UnitOfWork unitOfWork;
    private final Plans plans;

    @Inject
    ShowPlan(UnitOfWork unitOfWork, Plans plans) {
        this.unitOfWork = unitOfWork;
        this.plans = plans;
    }

    /** Who asks for what. */
    public record Command(Actor actor, PlanId plan) {}

    /** The answer. */
    public sealed interface Result {
        /** As it is now. */
        record Shown(PlanView plan) implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return unitOfWork.run(() -> plans.listing(command.plan())).map(ShowPlan::answer);
    }

    private static Result answer(Optional<Listing> found) {
        return found.map(PlanView::of)
                .<Result>map(Result.Shown::new)
                .orElseGet(Result.NoSuchPlan::new);
    }
}
