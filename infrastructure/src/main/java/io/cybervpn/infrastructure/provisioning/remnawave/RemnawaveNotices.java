package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelNotices;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.remnawave.PanelEvents.Treatment;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the name of an event and of the user or node that it is about, and nothing else: a push
 * about a user carries his keys, one about a failed login the password that was typed. Counts them
 * by scope and event; those that this version does not know are counted together.
 */
@Singleton
class RemnawaveNotices implements PanelNotices {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,80})?");
    private static final Pattern NODE = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final String UNKNOWN = "unknown";
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
        count(push.path("scope").asText(""), event);
        JsonNode data = push.path("data");
        return switch (PanelEvents.treatment(event).orElseGet(() -> guess(push))) {
            case ACCESS -> aboutUser(event, data);
            case NODE -> aboutNode(event, data);
            case STAFF -> new Notice.ForStaff(event, access(data));
            case NOTE -> new Notice.OfNoInterest(event);
        };
    }

    private void count(String scope, String event) {
        metrics.counter(
                        "cybervpn.panel.notices",
                        "scope",
                        SCOPES.contains(scope) ? scope : UNKNOWN,
                        "event",
                        PanelEvents.treatment(event).map(_ -> event).orElse(UNKNOWN))
                .increment();
    }

    /** A newer panel may have new events about users; that something happened is enough for us. */
    private static Treatment guess(JsonNode push) {
        return push.path("scope").asText("").equals("user") ? Treatment.ACCESS : Treatment.NOTE;
    }

    private static Notice aboutUser(String event, JsonNode data) {
        return access(data)
                .<Notice>map(access -> new Notice.AboutAccess(event, access))
                .orElseGet(() -> aboutStranger(event, username(data)));
    }

    private static Notice aboutStranger(String event, String username) {
        return username.isEmpty()
                ? new Notice.OfNoInterest(event)
                : new Notice.AboutStranger(event, username);
    }

    private static Optional<AccessId> access(JsonNode data) {
        return PanelUsername.accessOf(username(data));
    }

    /** A user is the data itself, or stands in it beside his device or what he did. */
    private static String username(JsonNode data) {
        JsonNode user = data.has("user") ? data.path("user") : data;
        return user.path("username").asText("");
    }

    private static Notice aboutNode(String event, JsonNode data) {
        String node = data.path("uuid").asText("");
        return NODE.matcher(node).matches()
                ? new Notice.AboutNode(event, node)
                : new Notice.OfNoInterest(event);
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException _) {
            return json.missingNode();
        }
    }
}
