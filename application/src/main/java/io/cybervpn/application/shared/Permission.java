package io.cybervpn.application.shared;

/** What staff may be allowed to do, as {@code section:action}. Nothing is allowed by default. */
public enum Permission {
    /** See the accounts of customers. */
    USERS_READ("users:read"),
    /** See plans that are not on sale. */
    CATALOGUE_READ("catalogue:read"),
    /** Change products, plans and prices. */
    CATALOGUE_WRITE("catalogue:write"),
    /** See payments of all customers. */
    PAYMENTS_READ("payments:read"),
    /** See ledger transactions and the proof. */
    LEDGER_READ("ledger:read"),
    /** See desired states and what is parked. */
    PROVISIONING_READ("provisioning:read"),
    /** Retry what is parked. */
    PROVISIONING_WRITE("provisioning:write"),
    /** See the inbox and the outbox. */
    SYSTEM_READ("system:read"),
    /** Retry parked deliveries. */
    SYSTEM_WRITE("system:write");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    /** The name that clients see. */
    public String code() {
        return code;
    }
}
