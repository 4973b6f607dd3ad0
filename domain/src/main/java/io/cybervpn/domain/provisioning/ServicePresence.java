package io.cybervpn.domain.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether staff said that there is something, and that it runs. */
public enum ServicePresence {
    /** There is nothing, or nothing any more. */
    ABSENT,
    /** It is there and runs. */
    RUNNING,
    /** It is there and was stopped. */
    STOPPED;

    /** The name that clients see and rows keep. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds one by its exact {@link #code}. */
    public static Optional<ServicePresence> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
