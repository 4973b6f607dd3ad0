package io.cybervpn.domain.payment;

import java.time.Duration;

/** How long pushes are believed by a secret that was replaced. */
public final class SecretGrace {
    /** The longest time, in hours: seven days. */
    public static final int HOURS_MAX = 168;

    /** The same. */
    public static final Duration MAX = Duration.ofHours(HOURS_MAX);

    /** If nobody says otherwise. */
    public static final Duration USUAL = Duration.ofHours(24);

    private SecretGrace() {}
}
