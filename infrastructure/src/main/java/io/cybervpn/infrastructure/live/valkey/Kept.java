package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.Address;
import java.time.Duration;

/**
 * How much is kept of an address for who comes back, and for how long.
 *
 * @param count news, about 300 bytes each; fewer than wait for a slow client before it is closed
 */
record Kept(int count, Duration life) {
    private static final Kept OF_PERSON = new Kept(64, Duration.ofHours(1));
    private static final Kept OF_STAFF = new Kept(200, Duration.ofHours(1));

    /** News of boards may be long, and who missed many of them is shown the board. */
    private static final Kept OF_BOARD = new Kept(24, Duration.ofHours(1));

    static Kept of(Address address) {
        return switch (address) {
            case Address.Person _ -> OF_PERSON;
            case Address.Staff(var topic) -> topic.hasBoard() ? OF_BOARD : OF_STAFF;
        };
    }

    static String seqKey(Address address) {
        return "live:seq:" + address.key();
    }

    static String logKey(Address address) {
        return "live:log:" + address.key();
    }
}
