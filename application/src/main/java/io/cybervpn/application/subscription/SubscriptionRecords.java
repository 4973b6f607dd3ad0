package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Subscriptions of all customers as staff read them, outside any unit of work. */
public interface SubscriptionRecords {
    /** One; empty when it does not exist. */
    Uni<Optional<SubscriptionRecord>> find(SubscriptionId id);

    /** Those that match, newest first. */
    Uni<Page<SubscriptionRecord>> page(Filter filter, Page.Request page);

    /**
     * Which are wanted; what is empty does not matter.
     *
     * @param expireFrom ends then or later
     * @param expireTo ends earlier
     */
    record Filter(
            Set<SubscriptionStatus> statuses,
            Optional<AccountId> account,
            Optional<PlanId> plan,
            Optional<Instant> expireFrom,
            Optional<Instant> expireTo) {
        /** Copies the set. */
        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }
}
