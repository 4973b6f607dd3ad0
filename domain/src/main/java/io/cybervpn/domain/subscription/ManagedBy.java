package io.cybervpn.domain.subscription;

/** Who charges for a subscription and says when it ends. Clients see it in lower case. */
public enum ManagedBy {
    /** The shop: orders, reminders and its own renewals. */
    SHOP,
    /** An app store: the shop neither charges nor reminds, and only follows. */
    APP_STORE
}
