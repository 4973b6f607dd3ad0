package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.infrastructure.provisioning.AdoptedNames;
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

/** Ways to panels of Remnawave. */
@Singleton
class RemnawaveModules implements PanelModules {
    static final String TOKEN = "token";
    static final String WEBHOOK_SECRET = "webhook_secret";
    static final String HEADERS = "headers";
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,4000}");
    private static final Pattern HEADER =
            Pattern.compile("[A-Za-z0-9-]{1,60}:[\\x20-\\x7e]{1,2000}");

    private final ObjectMapper json;
    private final Clock clock;
    private final AdoptedNames names;

    @Inject
    RemnawaveModules(ObjectMapper json, Clock clock, AdoptedNames names) {
        this.json = json;
        this.clock = clock;
        this.names = names;
    }

    @Override
    public PanelKind kind() {
        return PanelKind.REMNAWAVE;
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(TOKEN, WEBHOOK_SECRET, HEADERS);
    }

    @Override
    public boolean accepts(String field, String value) {
        return switch (field) {
            case TOKEN -> WORD.matcher(value).matches();
            case WEBHOOK_SECRET ->
                    WORD.matcher(value).matches()
                            && value.length() >= RemnawaveWebhookSource.SECRET_LENGTH_MIN;
            case HEADERS ->
                    !value.isBlank()
                            && value.lines().allMatch(line -> HEADER.matcher(line).matches());
            default -> false;
        };
    }

    @Override
    public PanelModule connect(PanelConnection connection, PanelPulse pulse) {
        return new RemnawaveModule(
                new PanelClient(connection, json, new PanelGuard(connection, pulse)),
                connection.id(),
                clock,
                names);
    }
}
