package io.cybervpn.domain.billing;

import java.util.Locale;

/** Why a subscription gets no add-on. */
public enum AddOnRefusal {
    /** It is not there, or not his. */
    SUBSCRIPTION_NOT_FOUND,
    /** It is paused or suspended: the add-on's time would run all the same. */
    SUBSCRIPTION_HELD,
    /** It does not run. */
    SUBSCRIPTION_EXPIRED,
    /** The add-on is not for sale. */
    ADD_ON_NOT_ON_SALE,
    /** It has no price in this currency. */
    CURRENCY_NOT_OFFERED,
    /** What it would add to is unlimited already. */
    NOTHING_TO_ADD;

    /** The stable name that clients see. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
