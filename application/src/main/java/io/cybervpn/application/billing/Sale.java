package io.cybervpn.application.billing;

import io.cybervpn.application.catalogue.FindOffer;
import io.cybervpn.domain.catalogue.Offer;

/** The catalogue's answer in billing's words. */
sealed interface Sale {
    /** It may be sold. */
    record Of(Offer offer) implements Sale {}

    /** It may not. */
    record Not(NotForSale reason) implements Sale {}

    /** Translates. */
    static Sale of(FindOffer.Result found) {
        return switch (found) {
            case FindOffer.Result.Found(var offer) -> new Of(offer);
            case FindOffer.Result.NoSuchPlan() -> new Not(new NotForSale.NoSuchPlan());
            case FindOffer.Result.NotOnSale() -> new Not(new NotForSale.NotOnSale());
            case FindOffer.Result.NoSuchTerm() -> new Not(new NotForSale.NoSuchTerm());
            case FindOffer.Result.NoPriceIn(var asset) -> new Not(new NotForSale.NoPriceIn(asset));
        };
    }
}
