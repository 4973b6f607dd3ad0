package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Removes a product that has no plans. Needs {@link Permission#CATALOGUE_WRITE}. */
@Singleton
public final class DeleteProduct {
    private final Editing editing;
    private final Products products;
    private final Plans plans;

    @Inject
    DeleteProduct(Editing editing, Products products, Plans plans) {
        this.editing = editing;
        this.products = products;
        this.plans = plans;
    }

    /** Who wants which product gone. */
    public record Command(Actor actor, ProductId product) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is gone. */
        record Deleted() implements Result {}

        /** There is no such product. */
        record NoSuchProduct() implements Result {}

        /** It has plans. */
        record InUse() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Deletes. The second time there is no such product. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return editing.run(() -> lockAndDelete(command));
    }

    private Uni<Result> lockAndDelete(Command command) {
        return products.lock(command.product())
                .chain(
                        found ->
                                found.isEmpty()
                                        ? answer(new Result.NoSuchProduct())
                                        : plans.anyOf(command.product())
                                                .chain(
                                                        any ->
                                                                deleteUnless(
                                                                        any,
                                                                        command.actor(),
                                                                        found.get())));
    }

    private Uni<Result> deleteUnless(boolean used, Actor actor, Product product) {
        Entry entry =
                Entry.of(actor, "catalogue.delete_product", "product", product.id().value())
                        .with(Changes.removed(AuditedFields.of(product)));
        return used
                ? answer(new Result.InUse())
                : products.remove(product.id())
                        .chain(() -> editing.record(entry))
                        .replaceWith(new Result.Deleted());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
