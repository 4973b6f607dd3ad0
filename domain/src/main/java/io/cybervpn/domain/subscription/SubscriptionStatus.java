package io.cybervpn.domain.subscription;

import java.util.Locale;

/** Whether a subscription runs. Clients see it in lower case. */
public enum SubscriptionStatus {
    /** Paid up to a moment that has not come. */
    ACTIVE,
    /** Its end has come. */
    EXPIRED,
    /** Its owner let it rest: nothing is served, and its time stands still. */
    PAUSED,
    /** Staff took it out of service; its time runs on or stands still, as they chose. */
    SUSPENDED,
    /** It was taken away before its end; what was paid stays counted. */
    TERMINATED;

    /** The lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is served up to its end. */
    public boolean isServed() {
        return switch (this) {
            case ACTIVE, EXPIRED -> true;
            case PAUSED, SUSPENDED, TERMINATED -> false;
        };
    }
}
