package io.cybervpn.application.billing.port;

import io.cybervpn.application.billing.AddOnWish;
import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;

/**
 * What add-ons cost. Billing stands below subscription and asks through this port. Joins the
 * caller's unit of work.
 */
public interface AddOnPrices {
    /** The answer. */
    sealed interface Price {
        /**
         * It is to be had.
         *
         * @param offer the subscription's plan, with the add-on's name, code, days and price
         */
        record Of(Offer offer, Boost boost) implements Price {}

        /** It is not. */
        record Refused(AddOnRefusal reason) implements Price {}
    }

    /** What it costs now. */
    Uni<Price> price(AccountId owner, AddOnWish wish, Asset asset);
}
