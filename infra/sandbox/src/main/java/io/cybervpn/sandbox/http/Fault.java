package io.cybervpn.sandbox.http;

import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/**
 * A switched-on misfortune.
 *
 * @param kind what goes wrong
 * @param value milliseconds of latency, the status of an error, copies of a webhook, or webhooks to
 *     gather before they leave shuffled; unused otherwise
 * @param count how many requests (or webhooks) it strikes; negative: until it is cleared
 * @param method only requests with this method; empty: any
 * @param path only requests whose path begins so, {@code *} standing for one segment; empty: any.
 *     Ignored for webhooks.
 */
public record Fault(Kind kind, int value, int count, String method, String path) {

    /** The misfortunes. */
    public enum Kind {
        /** Waits before anything else happens. */
        LATENCY,
        /** Answers with a 5xx and does nothing. */
        ERROR,
        /** Closes the connection and does nothing. */
        DROP_BEFORE,
        /** Does the work, then closes the connection instead of answering. */
        DROP_AFTER,
        /** Sends each webhook several times. */
        DUPLICATE_WEBHOOKS,
        /** Gathers webhooks and sends them in another order. */
        REORDER_WEBHOOKS,
        /** Keeps webhooks back until they are released. */
        HOLD_WEBHOOKS
    }

    /** Strikes every request or webhook until cleared. */
    public static Fault of(Kind kind, int value) {
        return new Fault(kind, value, -1, "", "");
    }

    /** Strikes the next {@code count} of them. */
    public Fault times(int newCount) {
        return new Fault(kind, value, newCount, method, path);
    }

    /** Strikes only requests like this. */
    public Fault on(String newMethod, String newPath) {
        return new Fault(kind, value, count, newMethod, newPath);
    }

    boolean strikes(String requestMethod, String requestPath) {
        return (method.isEmpty() || method.equalsIgnoreCase(requestMethod))
                && (path.isEmpty() || pattern().matcher(requestPath).lookingAt());
    }

    private Pattern pattern() {
        return Pattern.compile("\\Q" + path.replace("*", "\\E[^/]+\\Q") + "\\E");
    }

    JsonObject json() {
        return new JsonObject()
                .put("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                .put("value", value)
                .put("count", count)
                .put("method", method)
                .put("path", path);
    }
}
