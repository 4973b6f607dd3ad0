package io.cybervpn.presentation.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** A cursor as clients see it: {@code time_id}, which is nobody's business but ours. */
public record FeedCursor(Instant at, UUID id) {
    /** Reads what we gave; anything else is the caller's error. */
    public static FeedCursor read(String text) {
        int middle = text.indexOf('_');
        try {
            return new FeedCursor(
                    Instant.parse(text.substring(0, Math.max(0, middle))),
                    UUID.fromString(text.substring(middle + 1)));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Problem.invalid("cursor", "invalid", "This cursor was not given by us.")
                    .asException();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
