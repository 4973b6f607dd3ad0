package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds a plan to a product (R19). Needs {@link Permission#CATALOGUE_WRITE}. */
@Singleton
public final class CreatePlan {
    private final Editing editing;
    private final Products products;
    private final Plans plans;

    @Inject
    CreatePlan(Editing editing, Products products, Plans plans) {
        this.editing = editing;
        this.products = products;
        this.plans = plans;
    }

    /** Who wants which plan. */
    public record Command(Actor actor, PlanDraft draft) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is there. */
        record Created(PlanView plan) implements Result {}

        /** Another plan has the code. */
        record CodeTaken() implements Result {}

        /** Refused for all of these. */
        record Invalid(List<Flaw> flaws) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Creates. Not repeatable: the second time the code is taken. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return switch (CheckedPlan.of(command.draft())) {
            case CheckedPlan.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case CheckedPlan.Sound sound -> editing.run(() -> lockAndAdd(command.actor(), sound));
        };
    }

    private Uni<Result> lockAndAdd(Actor actor, CheckedPlan.Sound sound) {
        return products.lock(sound.product())
                .chain(
                        found ->
                                found.map(product -> add(actor, product, sound))
                                        .orElseGet(CreatePlan::noSuchProduct));
    }

    private Uni<Result> add(Actor actor, Product product, CheckedPlan.Sound sound) {
        PlanId id = new PlanId(editing.nextId());
        Plan plan = Plan.create(id, product.id(), sound.content(), editing.now());
        return plans.add(plan)
                .chain(
                        written ->
                                switch (written) {
                                    case STORED -> created(actor, new Listing(plan, product));
                                    case CODE_TAKEN -> answer(new Result.CodeTaken());
                                });
    }

    private Uni<Result> created(Actor actor, Listing listing) {
        Entry entry =
                Entry.of(actor, "catalogue.create_plan", "plan", listing.plan().id().value())
                        .with(Changes.created(AuditedFields.of(listing.plan())));
        return editing.record(entry).replaceWith(new Result.Created(PlanView.of(listing)));
    }

    private static Uni<Result> noSuchProduct() {
        Flaw flaw = new Flaw("/productId", Flaw.Kind.UNKNOWN);
        return answer(new Result.Invalid(List.of(flaw)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
