package io.cybervpn.domain.identity;

/** What an account is to the shop. Rights follow from it, see the mapping in the application. */
public enum Role {
    /** Buys and uses; holds no permission of staff. */
    CUSTOMER,
    /** Runs the shop; holds every permission. */
    ADMIN
}
