package io.cybervpn.domain.identity;

/** What a code by mail is for. A code for one is worth nothing for another. */
public enum EmailPurpose {
    /** To show that the account's address is one's own. */
    VERIFY_EMAIL,
    /** To set a new password without the old one. */
    RESET_PASSWORD,
    /** To show that a new address is one's own. */
    CHANGE_EMAIL
}
