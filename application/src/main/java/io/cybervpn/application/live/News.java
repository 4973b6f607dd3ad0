package io.cybervpn.application.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A hint that something is not as it was.
 *
 * @param id the same each time that the same is told, so that who hears it twice can tell
 * @param type such as {@code subscription.renewed}; clients must bear new ones
 * @param at when it happened
 * @param data small, see {@link Datum}
 */
public record News(Address to, UUID id, String type, Instant at, Map<String, Datum> data) {
    /** Copies the data. */
    public News {
        data = Map.copyOf(data);
    }

    /**
     * News whose id follows from what they tell: a handler that is called again tells the same.
     *
     * @param subject what it happened to
     */
    public static News of(
            Address to, String type, UUID subject, Instant at, Map<String, Datum> data) {
        String name = type + ' ' + subject + ' ' + at + ' ' + new TreeMap<>(data);
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new News(to, id, type, at, data);
    }
}
