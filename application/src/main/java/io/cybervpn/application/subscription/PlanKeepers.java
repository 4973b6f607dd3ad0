package io.cybervpn.application.subscription;

import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Who beside the shop says which plan a subscription runs on. Joins the unit of work. */
interface PlanKeepers {
    /** Why its plan is not changed here; empty when it is. Ask before it is held. */
    Uni<Optional<PlanChangeRefusal>> refusal(SubscriptionId subscription);
}
