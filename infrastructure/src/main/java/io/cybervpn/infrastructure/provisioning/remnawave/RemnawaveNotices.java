package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelNotices;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the name of an event and of the user that it is about, and nothing else: a push about a
 * user carries his keys, one about a failed login the password that was typed. Counts them by
 * scope; scopes that this version does not know are counted together.
 */
@Singleton
class RemnawaveNotices implements PanelNotices {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,80})?");
    private static final Set<String> SCOPES =
            Set.of(
                    "user",
                    "user_hwid_devices",
                    "node",
                    "service",
                    "errors",
                    "crm",
                    "torrent_blocker");

    private final ObjectMapper json;
    private final MeterRegistry metrics;

    @Inject
    RemnawaveNotices(ObjectMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    @Override
    public Notice read(String body) {
        JsonNode push = parsed(body);
        String event = push.path("event").asText("");
        if (!NAME.matcher(event).matches()) {
            return new Notice.Unreadable("no event of the panel");
        }
        String scope = push.path("scope").asText("");
        metrics.counter(
                        "cybervpn.panel.notices",
                        "scope",
                        SCOPES.contains(scope) ? scope : "unknown")
                .increment();
        return scope.equals("user") ? aboutUser(event, push) : new Notice.OfNoInterest(event);
    }

    private static Notice aboutUser(String event, JsonNode push) {
        return PanelUsername.accessOf(push.path("data").path("username").asText(""))
                .<Notice>map(access -> new Notice.AboutAccess(event, access))
                .orElseGet(() -> new Notice.OfNoInterest(event));
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException _) {
            return json.missingNode();
        }
    }
}
