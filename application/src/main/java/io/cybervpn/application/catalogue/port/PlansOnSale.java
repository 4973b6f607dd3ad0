package io.cybervpn.application.catalogue.port;

import io.cybervpn.application.catalogue.PlanView;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What customers see, kept in memory for some seconds: a local edit is seen at once, one of another
 * instance a little later. Whoever charges money asks the store instead.
 */
public interface PlansOnSale {
    /**
     * The plans at one moment. While nothing new was read it is the same object, so that what is
     * derived from it may be kept by identity.
     *
     * @param plans on sale only, in the shop's order, at most 1000
     */
    record Shelf(List<PlanView> plans) {
        /** Copies the list. */
        public Shelf {
            plans = List.copyOf(plans);
        }
    }

    /** The shelf. */
    Uni<Shelf> shelf();

    /** Reads anew for the next who asks here. */
    Uni<Void> forget();
}
