package io.cybervpn.domain.subscription;

/** Whether a subscription runs. Clients see it in lower case. */
public enum SubscriptionStatus {
    /** Paid up to a moment that has not come. */
    ACTIVE,
    /** Its end has come. */
    EXPIRED,
    /** It was taken away before its end; what was paid stays counted. */
    TERMINATED
}
