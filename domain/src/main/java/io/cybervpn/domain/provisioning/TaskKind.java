package io.cybervpn.domain.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What staff are asked to do by hand. */
public enum TaskKind {
    /** Make what was bought. */
    CREATE,
    /** Make what runs as it is wanted now. */
    CHANGE,
    /** Stop it, and keep it. */
    SUSPEND,
    /** Let what was stopped run again, as it is wanted now. */
    RESUME,
    /** Take it away for good. */
    REMOVE;

    /** The name that clients see and rows keep. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a kind by its exact {@link #code}. */
    public static Optional<TaskKind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
