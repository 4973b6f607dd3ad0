package io.cybervpn.domain.identity;

/** Whether somebody may have a trial (R26-R29). */
public enum TrialRight {
    /** He may. */
    OPEN,
    /** He, or who is he by any marker, had one, or paid, or was here before. */
    USED,
    /** Only who is known by Telegram may. */
    TELEGRAM_REQUIRED,
    /** His mailbox is of a kind that anybody gets by the dozen. */
    MAILBOX_NOT_ALLOWED,
    /** He is no customer, or his account is blocked or has ended. */
    NO_CUSTOMER
}
