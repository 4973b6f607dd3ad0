package io.cybervpn.domain.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a task of staff is. Only an open one changes. */
public enum TaskState {
    /** To be done. */
    OPEN,
    /** Staff did it. */
    DONE,
    /** Staff said that it cannot be done. */
    REJECTED,
    /** Nobody wants it any more, and nobody had begun it. */
    WITHDRAWN;

    /** The name that clients see and rows keep. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a state by its exact {@link #code}. */
    public static Optional<TaskState> find(String code) {
        return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
