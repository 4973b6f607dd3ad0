package io.cybervpn.application.billing.port;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * What may be renewed. Billing stands below subscription and asks through this port. Joins the
 * caller's unit of work.
 */
public interface RenewableSubscriptions {
    /** What is known of a subscription. */
    sealed interface Standing {
        /** It is the owner's and runs or ran on this plan. */
        record Renewable(PlanId plan) implements Standing {}

        /** It is the owner's, but an app store keeps it: only there it is paid. */
        record KeptByStore() implements Standing {}

        /** It does not exist, or is another's: both look the same to the asker. */
        record Unknown() implements Standing {}
    }

    /** Whether this owner may renew this subscription. */
    Uni<Standing> standing(AccountId owner, UUID subscription);
}
