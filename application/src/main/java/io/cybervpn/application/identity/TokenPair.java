package io.cybervpn.application.identity;

import java.time.Duration;

/**
 * What a client holds after a login.
 *
 * @param access goes with each request; {@code accessLife} from now
 * @param refresh opaque; good for one renewal
 */
public record TokenPair(String access, Duration accessLife, String refresh) {
    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
