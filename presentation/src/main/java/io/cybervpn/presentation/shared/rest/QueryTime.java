package io.cybervpn.presentation.shared.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments in query parameters. */
public final class QueryTime {
    private QueryTime() {}

    /**
     * Reads a moment such as {@code 2026-01-31T12:00:00Z}; anything else is the caller's error.
     *
     * @param name of the parameter, for the caller
     * @param text what was given; null: nothing
     */
    public static Optional<Instant> read(String name, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException _) {
            throw Problem.invalid(
                            "/" + name,
                            "invalid",
                            "This is not a time such as 2026-01-31T12:00:00Z.")
                    .asException();
        }
    }
}
