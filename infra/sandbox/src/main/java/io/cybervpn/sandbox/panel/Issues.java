package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** Validation issues in the words of zod 3 (panel 2.x) or zod 4 (panel 3.x). */
final class Issues {

    private final boolean four;
    private final JsonArray issues = new JsonArray();

    Issues(PanelVersion version) {
        this.four = version.isThree();
    }

    /** Ends the request with 400 if there is any issue. */
    void refuseIfAny() {
        if (!issues.isEmpty()) {
            throw new Refused(
                    Answer.json(
                            400,
                            new JsonObject()
                                    .put("statusCode", 400)
                                    .put("message", "Validation failed")
                                    .put("errors", issues)));
        }
    }

    void wrongType(JsonArray path, String expected, String received) {
        JsonObject issue = new JsonObject();
        if (four) {
            issue.put("expected", expected).put("code", "invalid_type");
            if (received.equals("NaN")) {
                issue.put("received", received);
            }
            issue.put("path", path)
                    .put(
                            "message",
                            "Invalid input: expected %s, received %s"
                                    .formatted(expected, received));
        } else {
            String message =
                    received.equals("undefined")
                            ? "Required"
                            : "Expected %s, received %s"
                                    .formatted(
                                            expected, received.toLowerCase(java.util.Locale.ROOT));
            issue.put("code", "invalid_type")
                    .put("expected", expected)
                    .put("received", received.equals("NaN") ? "nan" : received)
                    .put("path", path)
                    .put("message", message);
        }
        issues.add(issue);
    }

    void format(String field, String format, String pattern, String message) {
        JsonObject issue = new JsonObject();
        if (four) {
            issue.put("origin", "string").put("code", "invalid_format").put("format", format);
            issue.put("pattern", pattern).put("path", path(field));
            issue.put(
                    "message",
                    message.isEmpty() ? "Invalid string: must match pattern " + pattern : message);
        } else {
            issue.put("validation", format).put("code", "invalid_string");
            issue.put("message", message.isEmpty() ? "Invalid" : message).put("path", path(field));
        }
        issues.add(issue);
    }

    /**
     * {@code origin}: number, string or array; the message is the panel's own, or empty for zod's.
     */
    void tooSmall(String field, String origin, long minimum, String message) {
        bound(field, origin, new Bound("too_small", "minimum", minimum, message));
    }

    void tooBig(String field, String origin, long maximum, String message) {
        bound(field, origin, new Bound("too_big", "maximum", maximum, message));
    }

    private record Bound(String code, String key, long value, String message) {

        boolean low() {
            return key.equals("minimum");
        }
    }

    private void bound(String field, String origin, Bound bound) {
        JsonObject issue = new JsonObject();
        if (four) {
            issue.put("origin", origin).put("code", bound.code()).put(bound.key(), bound.value());
            issue.put("inclusive", true).put("path", path(field));
            issue.put("message", bound.message().isEmpty() ? four(origin, bound) : bound.message());
        } else {
            issue.put("code", bound.code()).put(bound.key(), bound.value()).put("type", origin);
            issue.put("inclusive", true).put("exact", false);
            issue.put(
                    "message", bound.message().isEmpty() ? three(origin, bound) : bound.message());
            issue.put("path", path(field));
        }
        issues.add(issue);
    }

    private static String four(String origin, Bound bound) {
        String size = bound.low() ? "Too small" : "Too big";
        String sign = bound.low() ? ">=" : "<=";
        return switch (origin) {
            case "number" -> "%s: expected number to be %s%d".formatted(size, sign, bound.value());
            case "array" ->
                    "%s: expected array to have %s%d items".formatted(size, sign, bound.value());
            default ->
                    "%s: expected string to have %s%d characters"
                            .formatted(size, sign, bound.value());
        };
    }

    private static String three(String origin, Bound bound) {
        String limit = bound.low() ? "at least" : "at most";
        String sign = bound.low() ? "greater" : "less";
        return switch (origin) {
            case "number" -> "Number must be %s than or equal to %d".formatted(sign, bound.value());
            case "array" -> "Array must contain %s %d element(s)".formatted(limit, bound.value());
            default -> "String must contain %s %d character(s)".formatted(limit, bound.value());
        };
    }

    void notOneOf(String field, List<String> values, String received) {
        JsonObject issue = new JsonObject();
        if (four) {
            issue.put("code", "invalid_value")
                    .put("values", new JsonArray(values))
                    .put("path", path(field));
            issue.put("message", "Invalid option: expected one of " + quoted(values, "\"", "|"));
        } else {
            issue.put("received", received).put("code", "invalid_enum_value");
            issue.put("options", new JsonArray(values)).put("path", path(field));
            issue.put(
                    "message",
                    "Invalid enum value. Expected %s, received '%s'"
                            .formatted(quoted(values, "'", " | "), received));
        }
        issues.add(issue);
    }

    private static String quoted(List<String> values, String quote, String between) {
        return values.stream()
                .map(value -> quote + value + quote)
                .collect(Collectors.joining(between));
    }

    void custom(JsonArray path, String message) {
        JsonObject issue = new JsonObject().put("code", "custom");
        if (four) {
            issue.put("path", path).put("message", message);
        } else {
            issue.put("message", message).put("path", path);
        }
        issues.add(issue);
    }

    static JsonArray path(String field) {
        return new JsonArray().add(field);
    }
}
