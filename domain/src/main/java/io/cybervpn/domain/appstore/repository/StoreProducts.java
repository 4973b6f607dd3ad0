package io.cybervpn.domain.appstore.repository;

import io.cybervpn.domain.appstore.model.StoreProduct;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Which product stands for which plan. Every method works in the open unit of work. */
public interface StoreProducts {
    /** All, by store and product; a shop has dozens. */
    Uni<List<StoreProduct>> all();

    /** One, kept from others until the unit of work ends. */
    Uni<Optional<StoreProduct>> lock(String store, String product);

    /** Stores it, new or not. */
    Uni<Void> put(StoreProduct product);

    /** Removes it. Repeatable. */
    Uni<Void> remove(String store, String product);
}
