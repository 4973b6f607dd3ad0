package io.cybervpn.application.billing.port;

import io.cybervpn.application.billing.PlanChangeWish;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;

/**
 * What changes of plan cost. Billing stands below subscription and asks through this port. Joins
 * the caller's unit of work.
 */
public interface PlanChangePrices {
    /** The answer. */
    sealed interface Price {
        /**
         * It costs this.
         *
         * @param difference for the time that is there; in the asset of the offer
         * @param rates what the new plan costs in each asset
         */
        record Of(Money difference, Rates rates) implements Price {}

        /** It is not to be had. */
        record Refused(PlanChangeRefusal reason) implements Price {}
    }

    /** Just what the preview said; nothing else may have changed since. */
    Uni<Price> price(AccountId owner, Offer target, PlanChangeWish wish);
}
