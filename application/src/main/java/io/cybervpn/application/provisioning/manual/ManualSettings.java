package io.cybervpn.application.provisioning.manual;

import java.time.Duration;

/**
 * How fulfilment by hand goes.
 *
 * @param keepStopped for how long what was stopped is kept before staff are asked to remove it
 * @param lookAgain after what time it is looked whether staff did something; when they close a task
 *     it is looked at once besides
 */
public record ManualSettings(Duration keepStopped, Duration lookAgain) {
    /** Refuses what cannot be. */
    public ManualSettings {
        if (keepStopped.isNegative() || !lookAgain.isPositive()) {
            throw new IllegalArgumentException(
                    "cybervpn.by-hand: keep " + keepStopped + ", look " + lookAgain);
        }
    }
}
