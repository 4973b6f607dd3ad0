package io.cybervpn.domain.catalogue.repository;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.Plan;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where plans are kept. Every method works in the open unit of work. */
public interface Plans {
    /** Finds a plan and its product as they are now; empty when there is no such plan. */
    Uni<Optional<Listing>> listing(PlanId id);

    /**
     * Finds a plan and keeps others from editing, deleting or newly referring to it until the unit
     * of work ends.
     */
    Uni<Optional<Plan>> lock(PlanId id);

    /** Stores a new plan, unless its code is taken. */
    Uni<Written> add(Plan plan);

    /** Stores the next version of a locked plan, unless its code is taken. */
    Uni<Written> save(Plan plan);

    /** Removes a locked plan with its prices. Repeatable. */
    Uni<Void> remove(PlanId id);

    /** Whether a product has plans. */
    Uni<Boolean> anyOf(ProductId product);
}
