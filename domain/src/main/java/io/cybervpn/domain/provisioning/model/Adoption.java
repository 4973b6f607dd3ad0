package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import java.time.Instant;

/**
 * That a user whom a panel had before is the user of an access now. He keeps his name there, and
 * with it his link and his keys.
 *
 * @param username the panel's name of him
 */
public record Adoption(PanelId panel, String username, AccessId access, Instant at) {
    /** Leaves the name out. */
    @Override
    public String toString() {
        return "Adoption[" + access + " on " + panel + "]";
    }
}
