package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.PanelAddress;
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

/** Ways to panels of 3x-ui (R127). */
@Singleton
class XuiModules implements PanelModules {
    static final String TOKEN = "token";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    /** Its path is often a secret, so it is kept like one. */
    static final String SUBSCRIPTION_URL = "subscription_url";

    private static final Pattern WORD = Pattern.compile("[\\x20-\\x7e]{1,500}");

    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    XuiModules(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public PanelKind kind() {
        return PanelKind.XUI;
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(TOKEN, USERNAME, PASSWORD, SUBSCRIPTION_URL);
    }

    @Override
    public boolean accepts(String field, String value) {
        return field.equals(SUBSCRIPTION_URL)
                ? PanelAddress.read(value).isPresent()
                : WORD.matcher(value).matches();
    }

    @Override
    public PanelModule connect(PanelConnection connection, PanelPulse pulse) {
        return new XuiModule(connection, new PanelGuard(connection, pulse), json, clock);
    }
}
