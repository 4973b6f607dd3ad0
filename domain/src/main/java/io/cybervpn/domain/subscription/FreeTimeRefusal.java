package io.cybervpn.domain.subscription;

import java.util.Locale;

/** Why free time is neither given nor taken. Clients see it in lower case. */
public enum FreeTimeRefusal {
    /** There is no such subscription. */
    SUBSCRIPTION_NOT_FOUND,
    /** An app store keeps it and says when it ends. */
    KEPT_BY_STORE,
    /** It was taken away: open another one. */
    SUBSCRIPTION_TERMINATED,
    /** None of its time is left. */
    NOTHING_TO_TAKE,
    /** It would end in more than 100 years. */
    TOO_FAR_AHEAD;

    /** The lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
