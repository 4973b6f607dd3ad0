package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.model.RefreshToken;
import java.time.Duration;

/**
 * What a client holds after a login.
 *
 * @param access goes with each request; {@code accessLife} from now
 * @param refresh opaque; good for one renewal
 */
public record TokenPair(String access, Duration accessLife, String refresh) {
    /** How long a refresh token is good, if it is not used. */
    public static final Duration REFRESH_LIFE = RefreshToken.LIFE;

    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
