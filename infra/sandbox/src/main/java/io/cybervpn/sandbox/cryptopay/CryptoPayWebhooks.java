package io.cybervpn.sandbox.cryptopay;

import io.cybervpn.sandbox.http.Hmac;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes and signs {@code invoice_paid}. The key is the SHA-256 of the token, 32 raw bytes. */
final class CryptoPayWebhooks {

    /** So few that they repeat: an update id must not be taken for a delivery's identity. */
    private static final int UPDATE_IDS = 3;

    private final Webhooks webhooks;
    private final SandboxClock clock;
    private final String token;

    CryptoPayWebhooks(Webhooks webhooks, SandboxClock clock, String token) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.token = token;
    }

    void paid(JsonObject invoice) {
        Buffer body =
                new JsonObject()
                        .put("update_id", 1 + invoice.getLong("invoice_id") % UPDATE_IDS)
                        .put("update_type", "invoice_paid")
                        .put("request_date", clock.now())
                        .put("payload", invoice)
                        .toBuffer();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "CryptoPay");
        headers.put("crypto-pay-api-signature", signature(token, body.getBytes()));
        webhooks.send("invoice_paid " + invoice.getLong("invoice_id"), headers, body);
    }

    static String signature(String token, byte[] body) {
        return Hmac.sha256Hex(Hmac.sha256(token.getBytes(StandardCharsets.UTF_8)), body);
    }
}
