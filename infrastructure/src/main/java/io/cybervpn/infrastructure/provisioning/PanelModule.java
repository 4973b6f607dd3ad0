package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.provisioning.port.VpnPanel;

/** The way to one panel, as it is set now. Another setting makes another way. */
public interface PanelModule {
    /** Its users. */
    VpnPanel panel();

    /** What stands behind its links. */
    VpnConfigs configs();

    /** Whether it has an address and credentials. */
    boolean ready();

    /** Lets its connections go. Called once, when nothing uses it any more. */
    void close();
}
