package io.cybervpn.infrastructure.provisioning.pterodactyl;

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

/** Ways to panels of Pterodactyl (R127). */
@Singleton
class PterodactylModules implements PanelModules {
    /** A key of the application API that may read and write servers and users. */
    static final String TOKEN = "token";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,500}");

    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    PterodactylModules(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public PanelKind kind() {
        return PanelKind.PTERODACTYL;
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(TOKEN);
    }

    @Override
    public boolean accepts(String field, String value) {
        return KEY.matcher(value).matches();
    }

    @Override
    public PanelModule connect(PanelConnection connection, PanelPulse pulse) {
        return new PterodactylModule(connection, new PanelGuard(connection, pulse), json, clock);
    }
}
