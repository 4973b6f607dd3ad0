package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.cybervpn.infrastructure.provisioning.PanelModules;
import io.cybervpn.infrastructure.provisioning.PanelPulse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

/** Clusters of Proxmox VE. */
@Singleton
final class ProxmoxModules implements PanelModules {
    static final String TOKEN = "token";

    /** {@code USER@REALM!TOKENID=UUID}. */
    private static final Pattern WORD =
            Pattern.compile("[^\\s!@=]{1,64}@[^\\s!@=]{1,64}![^\\s!@=]{1,64}=[0-9a-fA-F-]{36}");

    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    ProxmoxModules(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public PanelKind kind() {
        return PanelKind.PROXMOX;
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(TOKEN);
    }

    @Override
    public boolean accepts(String field, String value) {
        return WORD.matcher(value).matches();
    }

    @Override
    public PanelModule connect(PanelConnection connection, PanelPulse pulse) {
        return new ProxmoxModule(connection, new PanelGuard(connection, pulse), json, clock);
    }
}
