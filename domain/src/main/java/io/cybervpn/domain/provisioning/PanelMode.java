package io.cybervpn.domain.provisioning;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the shop does with a panel. */
public enum PanelMode {
    /** Takes new accesses and keeps those that it has. */
    ACTIVE,
    /** Takes no new ones. Those that it has are kept as they should be. */
    DRAINING,
    /** Is not called at all: what should be brought there waits. */
    OFF;

    /** The name that clients see and rows keep. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a mode by its exact {@link #code}. */
    public static Optional<PanelMode> find(String code) {
        return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
