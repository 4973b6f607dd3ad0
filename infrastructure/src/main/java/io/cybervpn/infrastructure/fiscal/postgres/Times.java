package io.cybervpn.infrastructure.fiscal.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Moments in rows of native queries, which the driver gives as it likes. */
final class Times {
    private Times() {}

    static Instant at(Object column) {
        return switch (column) {
            case OffsetDateTime moment -> moment.toInstant();
            case Instant moment -> moment;
            default -> throw new IllegalStateException("no moment: " + column.getClass());
        };
    }
}
