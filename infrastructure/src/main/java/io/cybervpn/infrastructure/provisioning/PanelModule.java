package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.provisioning.port.VpnPanel;
import java.util.Optional;

/** The way to one panel, as it is set now. Another setting makes another way. */
public interface PanelModule {
    /** Its users. */
    VpnPanel panel();

    /** What stands behind its links; nothing, where it gives no VPN. */
    default VpnConfigs configs() {
        return new NoConfigs();
    }

    /** How customers go in to what it gives; empty for a VPN, whose link is all there is. */
    default Optional<PanelDoors> doors() {
        return Optional.empty();
    }

    /** Whether it has an address and credentials. */
    boolean ready();

    /** Lets its connections go. Called once, when nothing uses it any more. */
    void close();
}
