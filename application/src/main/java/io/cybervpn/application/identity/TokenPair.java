package io.cybervpn.application.identity;

import java.time.Duration;

/**
 * What a client holds after a login.
 *
 * @param access goes with each request; {@code accessLife} from now
 * @param refresh opaque; good for one renewal, for {@code refreshLife} from now
 */
public record TokenPair(String access, Duration accessLife, String refresh, Duration refreshLife) {
    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
