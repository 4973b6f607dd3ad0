package io.cybervpn.domain.subscription;

import java.util.Locale;

/** Why somebody has no trial. Clients see it in lower case. */
public enum TrialRefusal {
    /** The shop offers none. */
    TRIAL_OFF,
    /** He, or who is he by any marker, had one, or paid, or was here before. */
    TRIAL_USED,
    /** Only who is known by Telegram may have one. */
    TELEGRAM_REQUIRED,
    /** His mailbox is of a kind that anybody gets by the dozen. */
    MAILBOX_NOT_ALLOWED,
    /** He is no customer. */
    NO_CUSTOMER;

    /** The lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
