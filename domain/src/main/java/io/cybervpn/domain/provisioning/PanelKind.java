package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.catalogue.Resources;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks at the address of a panel. */
public enum PanelKind {
    /** No machine at all: staff do by hand what is wanted (R142). */
    MANUAL,
    /** Proxmox VE 8. */
    PROXMOX,
    /** Pterodactyl 1.11: servers of the customers' own. */
    PTERODACTYL,
    /** Remnawave 2.x and 3.x. */
    REMNAWAVE,
    /** 3x-ui before 3.1 and from 3.1 on. */
    XUI;

    /** The name that clients see and rows keep. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it ends an access by itself. If not, we stop what has ended. */
    public boolean keepsEnds() {
        return switch (this) {
            case REMNAWAVE, XUI -> true;
            case MANUAL, PROXMOX, PTERODACTYL -> false;
        };
    }

    /** Whether customers keep data there, which is lost with the access. */
    public boolean holdsData() {
        return this == PROXMOX || this == PTERODACTYL;
    }

    /** Whether plans that give this can be placed there. */
    public boolean serves(Resources wanted) {
        return switch (wanted) {
            case Resources.None _ -> this == REMNAWAVE || this == XUI || this == MANUAL;
            case Resources.Machine _ -> this == MANUAL || this == PROXMOX || this == PTERODACTYL;
            case Resources.Line _ -> this == MANUAL;
        };
    }

    /** Whether what takes too long is parked. How long people take is watched by other means. */
    public boolean parksLongWork() {
        return this != MANUAL;
    }

    /** Finds a kind by its exact {@link #code}. */
    public static Optional<PanelKind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
