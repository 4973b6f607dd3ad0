package io.cybervpn.application.identity.staff;

/** Why something about staff and roles was not done. Nothing changed then. */
public enum StaffRefusal {
    /** The actor lacks the permission. */
    FORBIDDEN,
    /** The actor has not shown his second factor for a while. */
    STEP_UP_REQUIRED,
    /** The actor would grant, or take, what he does not hold himself. */
    BEYOND_OWN_RIGHTS,
    /** There is no such member of staff. */
    NO_SUCH_STAFF,
    /** There is no such role. */
    NO_SUCH_ROLE,
    /** He does not have this role. */
    NO_SUCH_ASSIGNMENT,
    /** Another role has the code. */
    CODE_TAKEN,
    /** A built-in role stays as it is. */
    BUILT_IN,
    /** Somebody has the role. */
    ROLE_IN_USE,
    /** Somebody edited it meanwhile. */
    STALE,
    /** Somebody must stay who may do everything. */
    LAST_SUPER_ADMIN,
    /** An end in the past. */
    EXPIRY_PAST,
    /** Nobody disables himself. */
    ONESELF,
    /** The e-mail has an account or an invitation. */
    EMAIL_TAKEN
}
