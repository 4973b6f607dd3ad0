package io.cybervpn.sandbox.revenuecat;

import io.cybervpn.sandbox.http.Hmac;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, signs and sends events. Called with the world's lock held. */
final class EventPushes {

    private final Webhooks webhooks;
    private final SandboxClock clock;

    EventPushes(Webhooks webhooks, SandboxClock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    void tell(String type, String user, String product, JsonObject bought, JsonObject extras) {
        JsonObject event =
                event(type, bought.getBoolean("is_sandbox"))
                        .put("app_user_id", user)
                        .put("original_app_user_id", user)
                        .put("aliases", new JsonArray().add(user))
                        .put("product_id", product)
                        .put("entitlement_ids", new JsonArray().add("pro"))
                        .put("period_type", "NORMAL")
                        .put("purchased_at_ms", millis(bought, "purchase_date"))
                        .put("expiration_at_ms", millis(bought, "expires_date"))
                        .put("store", bought.getString("store").toUpperCase(Locale.ROOT))
                        .put("currency", "USD")
                        .put("price", 4.99)
                        .put("price_in_purchased_currency", 4.99)
                        .put("transaction_id", bought.getString("store_transaction_id"))
                        .put("original_transaction_id", bought.getString("store_transaction_id"))
                        .mergeIn(extras);
        send(event);
    }

    void transfer(String from, String to) {
        send(
                event("TRANSFER", false)
                        .put("transferred_from", new JsonArray().add(from))
                        .put("transferred_to", new JsonArray().add(to))
                        .put("store", "APP_STORE"));
    }

    private JsonObject event(String type, boolean sandbox) {
        return new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("type", type)
                .put("app_id", "app1a2b3c")
                .put("event_timestamp_ms", clock.instant().toEpochMilli())
                .put("environment", sandbox ? "SANDBOX" : "PRODUCTION");
    }

    private static @Nullable Long millis(JsonObject bought, String field) {
        return bought.getString(field) == null
                ? null
                : Instant.parse(bought.getString(field)).toEpochMilli();
    }

    private void send(JsonObject event) {
        Buffer body = new JsonObject().put("api_version", "1.0").put("event", event).toBuffer();
        webhooks.send(
                event.getString("type") + " " + event.getString("id"),
                headers(clock.instant().getEpochSecond(), body.getBytes()),
                body);
    }

    static Map<String, String> headers(long second, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Authorization", RevenueCat.AUTHORIZATION);
        headers.put(
                "X-RevenueCat-Webhook-Signature",
                "t=" + second + ",v1=" + signature(RevenueCat.WEBHOOK_SECRET, second, body));
        return headers;
    }

    static String signature(String secret, long second, byte[] body) {
        return Hmac.sha256Hex(
                secret.getBytes(StandardCharsets.UTF_8),
                Buffer.buffer(second + ".").appendBytes(body).getBytes());
    }
}
