package io.cybervpn.sandbox.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.Map;

/**
 * What a server says back.
 *
 * @param status HTTP status, 200 to 599
 * @param headers in the order they are written, names in lower case
 * @param body the exact bytes; empty means that no content type is written either
 */
public record Answer(int status, Map<String, String> headers, Buffer body) {

    private static final String JSON = "application/json; charset=utf-8";

    /** Content as JSON: a JsonObject, a JsonArray, or any value they may hold. */
    public static Answer json(int status, Object content) {
        return new Answer(status, Map.of("content-type", JSON), Json.encodeToBuffer(content));
    }

    /** A status alone. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Buffer.buffer());
    }

    /** Any other content, UTF-8. */
    public static Answer text(int status, String contentType, String content) {
        return new Answer(status, Map.of("content-type", contentType), Buffer.buffer(content));
    }
}
