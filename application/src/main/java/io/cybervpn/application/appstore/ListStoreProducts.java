package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows staff which product of a store is which plan. Needs {@link Permission#CATALOGUE_READ}. */
@Singleton
public final class ListStoreProducts {
    private final UnitOfWork unitOfWork;
    private final StoreProducts products;

    @Inject
    ListStoreProducts(UnitOfWork unitOfWork, StoreProducts products) {
        this.unitOfWork = unitOfWork;
        this.products = products;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** The answer. */
    public sealed interface Result {
        /** All, by store and product. */
        record Listed(List<StoreProductView> products) implements Result {
            /** Copies the list. */
            public Listed {
                products = List.copyOf(products);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.CATALOGUE_READ)
                ? unitOfWork
                        .run(products::all)
                        .map(all -> all.stream().map(StoreProductView::of).toList())
                        .map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
