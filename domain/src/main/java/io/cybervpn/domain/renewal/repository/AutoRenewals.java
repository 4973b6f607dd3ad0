package io.cybervpn.domain.renewal.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Which subscriptions are renewed by themselves. Only for an open unit of work. */
public interface AutoRenewals {
    /** What holds for a subscription; empty: nobody ever said anything. */
    Uni<Optional<AutoRenewal>> find(SubscriptionId subscription);

    /** Stores what holds from now on, and keeps that it was said. */
    Uni<Void> put(AutoRenewal renewal);

    /** Switches off all of an account, and keeps that it was done. */
    Uni<Void> switchOffAllOf(AccountId account, Instant now);

    /** Makes all of an account another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
