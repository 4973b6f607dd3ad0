package io.cybervpn.application.billing;

import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.PlanId;

/** Why no order was placed. Nothing was stored. */
public sealed interface Refusal {
    /** Nobody is logged in. */
    record LoginRequired() implements Refusal {}

    /** What is wished cannot be bought. */
    record Unsold(NotForSale reason) implements Refusal {}

    /** The subscription to renew is not there, or not the buyer's. */
    record NoSuchSubscription() implements Refusal {}

    /** The subscription to renew runs on another plan; changing plans is not renewing. */
    record OtherPlan(PlanId planOfSubscription) implements Refusal {}

    /** The subscription does not go to this plan. */
    record NoPlanChange(PlanChangeRefusal reason) implements Refusal {}

    /** Somebody beside the shop charges for it, or shall and does not. */
    sealed interface OfOthers extends Refusal {}

    /** An app store keeps the subscription to renew; only there it is paid. */
    record KeptByStore() implements OfOthers {}

    /** The provider does not take this again and again by itself. */
    record NotRecurring() implements OfOthers {}

    /** A provider charges for the subscription by itself already: two would. */
    record ChargedByProvider() implements OfOthers {}

    /** The subscription gets no such add-on. */
    record NoAddOn(AddOnRefusal reason) implements Refusal {}

    /** The shop does not take this way to pay. */
    record NoSuchPaymentMethod() implements Refusal {}

    /** The buyer used his request key for another order. */
    record KeyReused() implements Refusal {}
}
