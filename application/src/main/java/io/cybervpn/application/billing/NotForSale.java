package io.cybervpn.application.billing;

import io.cybervpn.domain.shared.Asset;

/** Why something cannot be bought. */
public sealed interface NotForSale {
    /** There is no such plan. */
    record NoSuchPlan() implements NotForSale {}

    /** The plan is switched off. */
    record NotOnSale() implements NotForSale {}

    /** The plan is not sold for so many days. */
    record NoSuchTerm() implements NotForSale {}

    /** The term has no price in this asset. */
    record NoPriceIn(Asset asset) implements NotForSale {}
}
