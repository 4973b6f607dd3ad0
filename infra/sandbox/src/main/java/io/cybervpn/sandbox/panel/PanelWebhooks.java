package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Hmac;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes and signs the panel's webhooks. */
final class PanelWebhooks {

    private final Webhooks webhooks;
    private final SandboxClock clock;
    private final String secret;

    PanelWebhooks(Webhooks webhooks, SandboxClock clock, String secret) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.secret = secret;
    }

    /** An event about a user; meta is null unless the event has some. */
    void user(String event, JsonObject user, Optional<JsonObject> meta) {
        JsonObject content = content("user", event, user).put("meta", meta.orElse(null));
        send(event, content);
    }

    /** An event of any other scope: these have no meta. */
    void other(String scope, String event, JsonObject data) {
        send(event, content(scope, event, data));
    }

    private JsonObject content(String scope, String event, JsonObject data) {
        return new JsonObject()
                .put("scope", scope)
                .put("event", event)
                .put("timestamp", clock.now())
                .put("data", data);
    }

    private void send(String event, JsonObject content) {
        Buffer body = content.toBuffer();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Remnawave");
        headers.put("X-Remnawave-Signature", signature(secret, body.getBytes()));
        headers.put("X-Remnawave-Timestamp", content.getString("timestamp"));
        webhooks.send(event, headers, body);
    }

    static String signature(String secret, byte[] body) {
        return Hmac.sha256Hex(secret.getBytes(StandardCharsets.UTF_8), body);
    }
}
