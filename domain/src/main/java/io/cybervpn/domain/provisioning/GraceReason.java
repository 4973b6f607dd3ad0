package io.cybervpn.domain.provisioning;

import java.util.Locale;

/** Why somebody is served in grace. */
public enum GraceReason {
    /** What he paid for has ended. */
    END,
    /** The traffic of the period is used up. */
    LIMIT;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
