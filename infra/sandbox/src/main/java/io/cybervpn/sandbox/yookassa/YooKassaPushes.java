package io.cybervpn.sandbox.yookassa;

import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Makes pushes. They are not signed: all there is to believe is where they come from. */
final class YooKassaPushes {

    /** As a proxy in front of the shop would say it, since the sandbox cannot have the address. */
    private static final String SENDER = "185.71.76.1";

    private final Webhooks webhooks;

    YooKassaPushes(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void tell(String event, JsonObject object) {
        JsonObject body =
                new JsonObject()
                        .put("type", "notification")
                        .put("event", event)
                        .put("object", object);
        webhooks.send(
                event + " " + object.getString("id"),
                Map.of("Content-Type", "application/json", "X-Forwarded-For", SENDER),
                body.toBuffer());
    }
}
