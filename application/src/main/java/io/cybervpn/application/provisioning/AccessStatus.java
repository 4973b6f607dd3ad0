package io.cybervpn.application.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far the panel follows, in one word. */
public enum AccessStatus {
    /** It does not have the present wish yet. */
    PENDING,
    /** It has. */
    READY,
    /** It refused; staff must act. */
    PARKED,
    /** Nothing is left of it, as wanted: it had ended long enough. */
    REMOVED;

    /** The name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a status by its exact {@link #code}; empty for anything else. */
    public static Optional<AccessStatus> find(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }
}
