package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Products by store and name. */
final class InMemoryStoreProducts implements StoreProducts {
    private record Key(String store, String product) {}

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<Key, StoreProduct> rows;

    InMemoryStoreProducts(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<List<StoreProduct>> all() {
        return inside(
                () ->
                        rows.all().stream()
                                .sorted(
                                        Comparator.comparing(StoreProduct::store)
                                                .thenComparing(StoreProduct::product))
                                .toList());
    }

    @Override
    public Uni<Optional<StoreProduct>> lock(String store, String product) {
        return inside(() -> rows.get(new Key(store, product)));
    }

    @Override
    public Uni<Void> put(StoreProduct product) {
        return inside(
                () -> {
                    rows.put(new Key(product.store(), product.product()), product);
                    return null;
                });
    }

    @Override
    public Uni<Void> remove(String store, String product) {
        return inside(
                () -> {
                    rows.remove(new Key(store, product));
                    return null;
                });
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("products outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
