package io.cybervpn.domain.subscription;

import java.util.Locale;

/** Why a subscription is not paused, suspended, or served again. Clients see it in lower case. */
public enum HoldRefusal {
    /** There is no such subscription, or it is another's. */
    SUBSCRIPTION_NOT_FOUND,
    /** An app store keeps it and goes on charging: its time cannot stand still. */
    KEPT_BY_STORE,
    /** A payment provider charges for it by itself: that is ended first. */
    CHARGED_BY_PROVIDER,
    /** It has no time left that could stand still. */
    SUBSCRIPTION_EXPIRED,
    /** It was taken away. */
    SUBSCRIPTION_TERMINATED,
    /** Staff have suspended it. */
    SUBSCRIPTION_SUSPENDED,
    /** It is paused already. */
    ALREADY_PAUSED,
    /** It is not paused. */
    NOT_PAUSED,
    /** It is not suspended. */
    NOT_SUSPENDED,
    /** The shop offers no pauses. */
    PAUSE_NOT_OFFERED,
    /** All days of pauses within a year are used up. */
    PAUSES_USED_UP,
    /** Too little time is left to be paused. */
    TOO_LITTLE_LEFT;

    /** The lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
