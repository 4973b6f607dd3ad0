package io.cybervpn.domain.billing;

import java.util.Locale;

/** Why a subscription does not go to another plan. Clients see it in lower case. */
public enum PlanChangeRefusal {
    /** There is no such subscription of this customer. */
    SUBSCRIPTION_NOT_FOUND,
    /** An app store keeps it: the plan is changed there. */
    KEPT_BY_STORE,
    /** A payment provider charges for its plan by itself: that is ended first. */
    CHARGED_BY_PROVIDER,
    /** It is paused or suspended: its time stands still, or nothing is served. */
    SUBSCRIPTION_HELD,
    /** It has no time left: a plan is bought anew. */
    SUBSCRIPTION_EXPIRED,
    /** All that is left of it was given free. */
    TRIAL_CANNOT_SWITCH,
    /** It runs on this plan. */
    SAME_PLAN,
    /** The new plan has no price in a currency that this subscription was, or would be, paid in. */
    CURRENCY_NOT_OFFERED,
    /** It was changed as often as it may be. */
    TOO_MANY_CHANGES,
    /** The plan is not sold now, or not for this term. */
    PLAN_NOT_ON_SALE,
    /** It cannot be done in this way; the preview shows in which it can. */
    MODE_NOT_OFFERED,
    /** What was previewed does not hold any more: look again. */
    PREVIEW_OUTDATED;

    /** The lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
