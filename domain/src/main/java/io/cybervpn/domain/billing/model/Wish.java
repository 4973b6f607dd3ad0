package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Asset;

/** What a buyer asks for, before it is known whether it is for sale. */
public record Wish(PlanId plan, int termDays, Asset asset) {
    /** The wish that an offer fulfils. */
    public static Wish of(Offer offer) {
        return new Wish(offer.plan(), offer.termDays(), offer.price().asset());
    }
}
