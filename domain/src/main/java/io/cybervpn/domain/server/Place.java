package io.cybervpn.domain.server;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place on earth, to about a metre.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Place(BigDecimal latitude, BigDecimal longitude) {
    private static final int DIGITS = 5;
    private static final BigDecimal NORTH = BigDecimal.valueOf(90);
    private static final BigDecimal EAST = BigDecimal.valueOf(180);

    /** Rounds, and refuses what is not on earth. */
    public Place {
        if (latitude.abs().compareTo(NORTH) > 0 || longitude.abs().compareTo(EAST) > 0) {
            throw new IllegalArgumentException("a place at " + latitude + " " + longitude);
        }
        latitude = latitude.setScale(DIGITS, RoundingMode.HALF_EVEN);
        longitude = longitude.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
