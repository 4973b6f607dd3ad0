package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads of subscriptions with the state of their access, outside any unit of work. */
public interface SubscriptionViews {
    /** One subscription of this owner; empty when it is another's or does not exist. */
    Uni<Optional<SubscriptionView>> find(AccountId owner, SubscriptionId id);

    /** The owner's subscriptions, newest first. */
    Uni<Page<SubscriptionView>> of(AccountId owner, Page.Request page);
}
