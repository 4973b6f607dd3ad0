package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.port.PlansOnSale;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows everybody what is for sale. The busiest question of the shop: answered from memory. */
@Singleton
public final class ListPlans {
    private final PlansOnSale onSale;

    @Inject
    ListPlans(PlansOnSale onSale) {
        this.onSale = onSale;
    }

    /** The shelf, at most some seconds old. Changes nothing. */
    public Uni<PlansOnSale.Shelf> execute() {
        return onSale.shelf();
    }
}
