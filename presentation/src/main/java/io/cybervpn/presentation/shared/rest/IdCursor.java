package io.cybervpn.presentation.shared.rest;

import java.util.UUID;

/** A cursor of a list in the order of its ids: the last one seen, which is our business alone. */
public final class IdCursor {
    private IdCursor() {}

    /** Reads what we gave; anything else is the caller's error. */
    public static UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("/cursor", "invalid", "This cursor was not given by us.")
                    .asException();
        }
    }
}
