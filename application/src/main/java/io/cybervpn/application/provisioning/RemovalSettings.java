package io.cybervpn.application.provisioning;

import java.time.Duration;

/**
 * What becomes of machines whose subscription was taken away.
 *
 * @param keep for how long they are kept, stopped, before they are removed with all data; zero: not
 *     at all
 * @param tellBefore how long before that their owner is written to; zero: never
 */
public record RemovalSettings(Duration keep, Duration tellBefore) {
    /** Refuses what cannot be. */
    public RemovalSettings {
        if (keep.isNegative() || tellBefore.isNegative()) {
            throw new IllegalArgumentException(
                    "cybervpn.machines: keep " + keep + ", tell " + tellBefore);
        }
    }
}
