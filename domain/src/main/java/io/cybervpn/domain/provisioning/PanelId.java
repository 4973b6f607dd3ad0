package io.cybervpn.domain.provisioning;

import java.util.UUID;

/** Identity of a panel. */
public record PanelId(UUID value) {
    /** The panel that the shop's configuration names; it is always there. */
    public static final PanelId CONFIGURED =
            new PanelId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
}
