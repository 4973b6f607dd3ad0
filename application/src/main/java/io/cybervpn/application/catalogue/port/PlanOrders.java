package io.cybervpn.application.catalogue.port;

import io.cybervpn.domain.catalogue.PlanId;
import io.smallrye.mutiny.Uni;

/** What higher contexts know of a plan. */
public interface PlanOrders {
    /**
     * Whether the plan was ever ordered, paid or not, or is sold in an app store. Works in the open
     * unit of work.
     */
    Uni<Boolean> anyFor(PlanId plan);
}
