package io.cybervpn.application.live;

import io.cybervpn.application.shared.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What staff may listen to. */
public enum StaffTopic {
    /** Servers and how they do. */
    SERVERS(Set.of(Permission.MONITORING_READ)),
    /** What goes through them. */
    BANDWIDTH(Set.of(Permission.MONITORING_READ)),
    /** How far work in the background is. */
    JOBS(Set.of(Permission.MONITORING_READ)),
    /** Money that comes and goes. */
    PAYMENTS(Set.of(Permission.MONITORING_READ, Permission.PAYMENTS_READ));

    private final Set<Permission> needs;

    StaffTopic(Set<Permission> needs) {
        this.needs = needs;
    }

    /** Its name in messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All that who listens must hold. */
    public Set<Permission> needs() {
        return needs;
    }

    /** Whether it tells how things stand; else it tells of what happens. */
    public boolean hasBoard() {
        return switch (this) {
            case SERVERS, BANDWIDTH, JOBS -> true;
            case PAYMENTS -> false;
        };
    }

    /** Finds one by its exact {@link #code}; empty for anything else. */
    public static Optional<StaffTopic> find(String code) {
        return Stream.of(values()).filter(topic -> topic.code().equals(code)).findFirst();
    }
}
