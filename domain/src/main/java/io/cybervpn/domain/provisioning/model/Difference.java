package io.cybervpn.domain.provisioning.model;

/** A way in which the panel is not as it should be. */
public enum Difference {
    /** It is switched on and should be off, or the reverse; see {@link AccessSpec#usableAt}. */
    SWITCH,
    /** It ends at another time, and should end in the future. */
    EXPIRY,
    /** Another traffic limit. */
    TRAFFIC,
    /** Another rule of traffic reset. */
    RESET,
    /** Another device limit. */
    DEVICES,
    /** Other server groups. */
    SERVER_GROUPS,
    /** Another size of a server, or another speed of a line. */
    RESOURCES
}
