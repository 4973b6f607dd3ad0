package io.cybervpn.sandbox.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A signed message, the same bytes at every attempt.
 *
 * @param id ours, from 1, to find it again; not sent
 * @param event what it tells, for people
 * @param headers all of them, the signature included
 * @param body what was signed
 */
public record Webhook(long id, String event, Map<String, String> headers, Buffer body) {

    /** The body, parsed. */
    public JsonObject content() {
        return body.toJsonObject();
    }

    JsonObject json() {
        JsonObject signed = new JsonObject();
        headers.forEach(signed::put);
        return new JsonObject()
                .put("id", id)
                .put("event", event)
                .put("headers", signed)
                .put("body", body.toString());
    }
}
