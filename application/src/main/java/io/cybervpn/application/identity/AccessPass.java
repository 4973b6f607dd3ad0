package io.cybervpn.application.identity;

import java.time.Duration;

/** An access token alone, in the place of the one before. */
public record AccessPass(String access, Duration accessLife) {
    @Override
    public String toString() {
        return "AccessPass[hidden]";
    }
}
