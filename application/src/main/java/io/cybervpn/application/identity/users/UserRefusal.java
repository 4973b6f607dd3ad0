package io.cybervpn.application.identity.users;

/** Why something about a customer was not done. Nothing changed then. */
public enum UserRefusal {
    /** The actor lacks the permission. */
    FORBIDDEN,
    /** There is no such customer; members of staff are none. */
    NO_SUCH_USER,
    /** There is no such note about him. */
    NO_SUCH_NOTE,
    /** He has no such session. */
    NO_SUCH_SESSION,
    /** Two such customers that could be one: there, active and not the same. */
    NO_SUCH_PAIR,
    /** The actor must show his second factor first. */
    STEP_UP_REQUIRED,
    /** Somebody edited it meanwhile. */
    STALE
}
