package io.cybervpn.presentation.shared.rest;

/**
 * A switch in a URL: exactly {@code true} or {@code false}. A plain {@code boolean} would take
 * {@code count=yes} for no.
 */
public record Flag(boolean on) {
    /** Reads it; the framework answers a refusal as it does for any malformed parameter. */
    public static Flag fromString(String value) {
        return switch (value) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            case String other ->
                    throw new IllegalArgumentException(other + " is neither true nor false");
        };
    }
}
