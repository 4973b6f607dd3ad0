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
import java.util.Optional;

/**
 * Replaces what a plan says (R19). Orders keep what they were made for. Needs {@link
 * Permission#CATALOGUE_WRITE}.
 */
@Singleton
public final class EditPlan {
    private final Editing editing;
    private final Products products;
    private final Plans plans;

    @Inject
    EditPlan(Editing editing, Products products, Plans plans) {
        this.editing = editing;
        this.products = products;
        this.plans = plans;
    }

    /**
     * Who wants what.
     *
     * @param version the one that he saw
     * @param draft the whole plan as it shall be
     */
    public record Command(Actor actor, PlanId plan, long version, PlanDraft draft) {}

    /** What became of it. */
    public sealed interface Result {
        /** The new version. */
        record Edited(PlanView plan) implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** Somebody was quicker; look again. */
        record Stale(long currentVersion) implements Result {}

        /** Another plan has the code. */
        record CodeTaken() implements Result {}

        /** Refused for all of these. */
        record Invalid(List<Flaw> flaws) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Edits. Repeating it with the same version is refused as stale. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return switch (CheckedPlan.of(command.draft())) {
            case CheckedPlan.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case CheckedPlan.Sound sound -> editing.run(() -> lockAndEdit(command, sound));
        };
    }

    private Uni<Result> lockAndEdit(Command command, CheckedPlan.Sound sound) {
        return plans.lock(command.plan()).chain(found -> compare(found, command, sound));
    }

    private Uni<Result> compare(Optional<Plan> found, Command command, CheckedPlan.Sound sound) {
        if (found.isEmpty()) {
            return answer(new Result.NoSuchPlan());
        }
        if (found.get().version() != command.version()) {
            return answer(new Result.Stale(found.get().version()));
        }
        Plan next = found.get().edit(sound.product(), sound.content(), editing.now());
        Entry entry =
                Entry.of(command.actor(), "catalogue.edit_plan", "plan", next.id().value())
                        .with(
                                Changes.between(
                                        AuditedFields.of(found.get()), AuditedFields.of(next)));
        return products.lock(next.product()).chain(product -> save(next, product, entry));
    }

    private Uni<Result> save(Plan next, Optional<Product> product, Entry entry) {
        if (product.isEmpty()) {
            Flaw flaw = new Flaw("/productId", Flaw.Kind.UNKNOWN);
            return answer(new Result.Invalid(List.of(flaw)));
        }
        PlanView view = PlanView.of(new Listing(next, product.get()));
        return plans.save(next)
                .chain(
                        written ->
                                switch (written) {
                                    case STORED ->
                                            editing.record(entry)
                                                    .replaceWith(new Result.Edited(view));
                                    case CODE_TAKEN -> answer(new Result.CodeTaken());
                                });
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
