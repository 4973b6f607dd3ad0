package io.cybervpn.domain.server;

import java.util.Optional;
import java.util.stream.Stream;

/** How a server is, in a word (R146). */
public enum ServerStatus {
    /** Customers can connect. */
    ONLINE("online"),
    /** They can, but something is wrong. */
    WARNING("warning"),
    /** They cannot. */
    OFFLINE("offline"),
    /** Staff work on it. */
    MAINTENANCE("maintenance");

    private final String code;

    ServerStatus(String code) {
        this.code = code;
    }

    /** The name that clients see and rows keep. */
    public String code() {
        return code;
    }

    /** Whether customers can connect. */
    public boolean serves() {
        return this == ONLINE || this == WARNING;
    }

    /** Finds one by its exact {@link #code}; empty for anything else. */
    public static Optional<ServerStatus> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
