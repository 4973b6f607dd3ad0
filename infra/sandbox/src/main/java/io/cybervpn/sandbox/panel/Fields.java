package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a body as the panel's schemas do. Absent fields pass, unless required; what
 * is unknown is ignored.
 */
final class Fields {

    private static final String UUID_PATTERN =
            "/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/";
    private static final Pattern UUID =
            Pattern.compile(UUID_PATTERN.substring(1, UUID_PATTERN.length() - 1));

    private final JsonObject body;
    private final Issues issues;

    private Fields(JsonObject body, Issues issues) {
        this.body = body;
        this.issues = issues;
    }

    /** A body that must be there. */
    static Fields of(PanelVersion version, Optional<JsonObject> body) {
        Issues issues = new Issues(version);
        if (body.isEmpty()) {
            issues.wrongType(new JsonArray(), "object", "undefined");
            issues.refuseIfAny();
        }
        return new Fields(body.orElseThrow(), issues);
    }

    Issues issues() {
        return issues;
    }

    void done() {
        issues.refuseIfAny();
    }

    @CanIgnoreReturnValue
    Fields required(String field, String type) {
        if (!body.containsKey(field)) {
            issues.wrongType(Issues.path(field), type, "undefined");
        }
        return this;
    }

    @CanIgnoreReturnValue
    Fields nullable(String field, boolean allowed, String type) {
        if (!allowed && body.containsKey(field) && body.getValue(field) == null) {
            issues.wrongType(Issues.path(field), type, "null");
        }
        return this;
    }

    /** Length and pattern; 0 as a bound means none, as an empty pattern does. */
    @CanIgnoreReturnValue
    Fields text(String field, int min, int max, String pattern, String message) {
        Object value = body.getValue(field);
        if (value == null) {
            return this;
        }
        if (!(value instanceof String text)) {
            issues.wrongType(Issues.path(field), "string", kind(value));
            return this;
        }
        if (text.length() < min) {
            issues.tooSmall(field, "string", min, "");
        }
        if (max > 0 && text.length() > max) {
            issues.tooBig(field, "string", max, "");
        }
        if (!pattern.isEmpty() && !Pattern.matches(pattern, text)) {
            issues.format(field, "regex", "/" + pattern + "/", message);
        }
        return this;
    }

    @CanIgnoreReturnValue
    Fields text(String field, int min, int max) {
        return text(field, min, max, "", "");
    }

    /** A number; fractions pass here and break later, as they do in the panel. */
    @CanIgnoreReturnValue
    Fields number(String field, long min, long max) {
        Object value = body.getValue(field);
        if (value == null) {
            return this;
        }
        if (!(value instanceof Number number)) {
            issues.wrongType(Issues.path(field), "number", kind(value));
            return this;
        }
        if (number.doubleValue() < min) {
            issues.tooSmall(field, "number", min, "");
        }
        if (number.doubleValue() > max) {
            issues.tooBig(field, "number", max, "");
        }
        return this;
    }

    @CanIgnoreReturnValue
    Fields oneOf(String field, List<String> values) {
        Object value = body.getValue(field);
        if (value != null && !values.contains(value.toString())) {
            issues.notOneOf(field, values, value.toString());
        }
        return this;
    }

    @CanIgnoreReturnValue
    Fields uuid(String field) {
        Object value = body.getValue(field);
        if (value != null && !isUuid(value)) {
            issues.format(field, "uuid", UUID_PATTERN, "Invalid UUID");
        }
        return this;
    }

    @CanIgnoreReturnValue
    Fields uuids(String field) {
        Object value = body.getValue(field);
        if (value == null) {
            return this;
        }
        if (!(value instanceof JsonArray array)) {
            issues.wrongType(Issues.path(field), "array", kind(value));
            return this;
        }
        for (int i = 0; i < array.size(); i++) {
            if (!isUuid(array.getValue(i))) {
                issues.format(field, "uuid", UUID_PATTERN, "Invalid UUID");
            }
        }
        return this;
    }

    @CanIgnoreReturnValue
    Fields array(String field, int min, int max) {
        Object value = body.getValue(field);
        if (!(value instanceof JsonArray array)) {
            issues.wrongType(
                    Issues.path(field), "array", value == null ? "undefined" : kind(value));
            return this;
        }
        if (array.size() < min) {
            issues.tooSmall(field, "array", min, "");
        }
        if (array.size() > max) {
            issues.tooBig(field, "array", max, "");
        }
        return this;
    }

    /** A moment; a text without a zone is UTC, as on a server that runs on UTC. */
    @CanIgnoreReturnValue
    Fields moment(String field) {
        Object value = body.getValue(field);
        if (value == null) {
            return this;
        }
        if (!(value instanceof String text)) {
            issues.wrongType(Issues.path(field), "string", kind(value));
        } else if (parse(text).isEmpty()) {
            issues.format(field, "datetime", "/^\\d{4}-\\d{2}-\\d{2}T/", "Invalid date format");
        }
        return this;
    }

    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return parseZoneless(text);
        }
    }

    private static Optional<Instant> parseZoneless(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isUuid(@Nullable Object value) {
        return value instanceof String text && UUID.matcher(text).matches();
    }

    static String kind(Object value) {
        return switch (value) {
            case String s -> "string";
            case Number n -> "number";
            case Boolean b -> "boolean";
            case JsonArray a -> "array";
            default -> "object";
        };
    }
}
