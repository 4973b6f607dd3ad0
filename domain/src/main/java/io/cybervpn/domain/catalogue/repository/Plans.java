package io.cybervpn.domain.catalogue.repository;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.Plan;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where plans are kept. Every method works in the open unit of work. */
public interface Plans {
    /** What became of a write. */
    enum Written {
        /** It is stored. */
        STORED,
        /** Another plan has the code; nothing changed. */
        CODE_TAKEN,
        /** Somebody was quicker: the stored version is not the one before this; nothing changed. */
        STALE
    }

    /** Finds a plan and its product as they are now; empty when there is no such plan. */
    Uni<Optional<Listing>> listing(PlanId id);

    /**
     * Finds a plan and keeps others from editing, deleting or newly referring to it until the unit
     * of work ends.
     */
    Uni<Optional<Plan>> lock(PlanId id);

    /** Stores a new plan; {@code STORED} or {@code CODE_TAKEN}. */
    Uni<Written> add(Plan plan);

    /** Stores the next version of a plan, if the stored one is the version right before it. */
    Uni<Written> save(Plan plan);

    /** Removes a plan with its prices. Repeatable. */
    Uni<Void> remove(PlanId id);

    /** Whether a product has plans. */
    Uni<Boolean> anyOf(ProductId product);
}
