package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import java.util.Optional;

/**
 * The name of the machine of an access, and the tag by which it is known when staff gave it another
 * name: the panel's username with a hyphen, since names of machines are names of hosts.
 */
record MachineName(String text) {
    static MachineName of(AccessId access) {
        return new MachineName(PanelUsername.of(access).text().replace('_', '-'));
    }

    /** Whose machine it is; empty for a name or a tag that is not ours. */
    static Optional<AccessId> accessOf(String text) {
        return text.contains("_")
                ? Optional.empty()
                : PanelUsername.accessOf(text.replace('-', '_'));
    }
}
