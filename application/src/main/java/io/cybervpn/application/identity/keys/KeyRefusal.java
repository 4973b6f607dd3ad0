package io.cybervpn.application.identity.keys;

/** Why nothing was done with an API key. Nothing changed then. */
public enum KeyRefusal {
    /** The actor lacks the permission, or is a key himself. */
    FORBIDDEN,
    /** The actor has not shown his second factor lately. */
    STEP_UP_REQUIRED,
    /** The actor would give, or edit, a scope that he does not hold himself. */
    BEYOND_OWN_RIGHTS,
    /** There is no such key. */
    NO_SUCH_KEY,
    /** It was revoked, for good. */
    REVOKED,
    /** Somebody edited it meanwhile. */
    STALE,
    /** An end in the past. */
    EXPIRY_PAST,
    /** The shop wants an end, and not so late a one. */
    EXPIRY_BEYOND,
    /** There are as many as may be. */
    TOO_MANY
}
