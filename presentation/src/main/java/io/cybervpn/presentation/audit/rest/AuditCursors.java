package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.port.AuditLog.Cursor;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Cursors as clients see them: {@code time_id}, which is nobody's business but ours. */
final class AuditCursors {
    private AuditCursors() {}

    static String write(Cursor cursor) {
        return cursor.at() + "_" + cursor.id();
    }

    static Cursor read(String text) {
        int middle = text.indexOf('_');
        try {
            return new Cursor(
                    Instant.parse(text.substring(0, Math.max(0, middle))),
                    UUID.fromString(text.substring(middle + 1)));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Problem.invalid("/cursor", "invalid", "This cursor was not given by us.")
                    .asException();
        }
    }
}
