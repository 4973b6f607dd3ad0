package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * A product stands for no plan any more. What it gave stays; its next purchases wait for staff.
 * Needs {@link Permission#CATALOGUE_WRITE}.
 */
@Singleton
public final class UnmapStoreProduct {
    private final UnitOfWork unitOfWork;
    private final StoreProducts products;
    private final AuditTrail auditTrail;

    @Inject
    UnmapStoreProduct(UnitOfWork unitOfWork, StoreProducts products, AuditTrail auditTrail) {
        this.unitOfWork = unitOfWork;
        this.products = products;
        this.auditTrail = auditTrail;
    }

    /** Which one. */
    public record Command(Actor actor, String store, String product) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is gone. */
        record Removed() implements Result {}

        /** There is none. */
        record NoSuchProduct() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Does it. The second time there is no such product. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.CATALOGUE_WRITE)
                ? unitOfWork.run(
                        () ->
                                products.lock(command.store(), command.product())
                                        .chain(found -> remove(found, command.actor())))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> remove(Optional<StoreProduct> found, Actor actor) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(new Result.NoSuchProduct());
        }
        StoreProduct product = found.get();
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                actor,
                                "catalogue.unmap_store_product",
                                "store_product",
                                StoreProductFields.name(product))
                        .with(Changes.removed(StoreProductFields.of(product)));
        return products.remove(product.store(), product.product())
                .chain(() -> auditTrail.append(entry))
                .replaceWith(new Result.Removed());
    }
}
