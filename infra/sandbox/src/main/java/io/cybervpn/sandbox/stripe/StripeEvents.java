package io.cybervpn.sandbox.stripe;

import io.cybervpn.sandbox.http.Hmac;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes, keeps, signs and sends events. Called with the world's lock held. */
final class StripeEvents {

    private final Webhooks webhooks;
    private final SandboxClock clock;
    private final String secret;
    private final List<JsonObject> events = new ArrayList<>();

    StripeEvents(Webhooks webhooks, SandboxClock clock, String secret) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.secret = secret;
    }

    /** Something happened to an object; it goes along as it is now. */
    void tell(String type, JsonObject object) {
        long now = clock.instant().getEpochSecond();
        JsonObject event =
                new JsonObject()
                        .put("id", StripeIds.next("evt_"))
                        .put("object", "event")
                        .put("api_version", Stripe.API_VERSION)
                        .put("created", now)
                        .put("type", type)
                        .put("livemode", false)
                        .put("pending_webhooks", 1)
                        .put("request", new JsonObject().putNull("id").putNull("idempotency_key"))
                        .put("data", new JsonObject().put("object", object.copy()));
        events.add(event);
        send(event);
    }

    /** Signs now and sends: a repeated event is signed anew. */
    void send(JsonObject event) {
        Buffer body = event.toBuffer();
        long now = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        headers.put("Stripe-Signature", header(secret, now, body.getBytes()));
        webhooks.send(event.getString("type") + " " + event.getString("id"), headers, body);
    }

    /** Newest first. */
    List<JsonObject> all() {
        return events.reversed().stream().map(JsonObject::copy).toList();
    }

    void clear() {
        events.clear();
    }

    static String header(String secret, long epochSecond, byte[] body) {
        return "t=" + epochSecond + ",v1=" + signature(secret, epochSecond, body);
    }

    static String signature(String secret, long epochSecond, byte[] body) {
        return Hmac.sha256Hex(
                secret.getBytes(StandardCharsets.UTF_8),
                Buffer.buffer(epochSecond + ".").appendBytes(body).getBytes());
    }
}
