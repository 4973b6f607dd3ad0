package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.port.PlanOrders;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Removes a plan that nobody ever ordered; another one can only be switched off. Needs {@link
 * Permission#CATALOGUE_WRITE}.
 */
@Singleton
public final class DeletePlan {
    private final Editing editing;
    private final Plans plans;
    private final PlanOrders orders;

    @Inject
    DeletePlan(Editing editing, Plans plans, PlanOrders orders) {
        this.editing = editing;
        this.plans = plans;
        this.orders = orders;
    }

    /** Who wants which plan gone. */
    public record Command(Actor actor, PlanId plan) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is gone. */
        record Deleted() implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** Somebody ordered it. */
        record InUse() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Deletes. The second time there is no such plan. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return editing.run(() -> lockAndDelete(command));
    }

    private Uni<Result> lockAndDelete(Command command) {
        return plans.lock(command.plan())
                .chain(
                        found ->
                                found.isEmpty()
                                        ? answer(new Result.NoSuchPlan())
                                        : orders.anyFor(command.plan())
                                                .chain(
                                                        any ->
                                                                deleteUnless(
                                                                        any,
                                                                        command.actor(),
                                                                        found.get())));
    }

    private Uni<Result> deleteUnless(boolean ordered, Actor actor, Plan plan) {
        Entry entry =
                Entry.of(actor, "catalogue.delete_plan", "plan", plan.id().value())
                        .with(Changes.removed(AuditedFields.of(plan)));
        return ordered
                ? answer(new Result.InUse())
                : plans.remove(plan.id())
                        .chain(() -> editing.record(entry))
                        .replaceWith(new Result.Deleted());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
