package io.cybervpn.domain.catalogue.repository;

import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Product;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where products are kept. Every method works in the open unit of work. */
public interface Products {
    /** Finds a product; empty when there is none. */
    Uni<Optional<Product>> find(ProductId id);

    /**
     * Finds a product and keeps others from editing, deleting or newly referring to it until the
     * unit of work ends.
     */
    Uni<Optional<Product>> lock(ProductId id);

    /** Stores a new product, unless its code is taken. */
    Uni<Written> add(Product product);

    /** Stores the next version of a locked product, unless its code is taken. */
    Uni<Written> save(Product product);

    /** Removes a locked product that has no plans. Repeatable. */
    Uni<Void> remove(ProductId id);
}
