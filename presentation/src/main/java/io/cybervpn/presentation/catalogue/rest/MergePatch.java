package io.cybervpn.presentation.catalogue.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An edit as JSON Merge Patch (RFC 7396): what is not named stays, null takes away (a limit becomes
 * unlimited, a language disappears), a list is replaced whole. The version that the editor saw
 * travels beside it.
 */
final class MergePatch {
    private static final String VERSION = "version";

    private final long version;
    private final ObjectNode changes;

    private MergePatch(long version, ObjectNode changes) {
        this.version = version;
        this.changes = changes;
    }

    static MergePatch of(@Nullable ObjectNode body) {
        JsonNode version = body == null ? null : body.get(VERSION);
        if (body == null || version == null || !version.canConvertToExactIntegral()) {
            throw Problem.invalid("/version", "required", "Send the version that you saw.")
                    .asException();
        }
        ObjectNode changes = body.deepCopy();
        changes.remove(VERSION);
        return new MergePatch(version.asLong(), changes);
    }

    long version() {
        return version;
    }

    /** What {@code current} is after the edit. */
    <T> T applyTo(T current, Class<T> type, ObjectMapper mapper) {
        ObjectNode target = mapper.valueToTree(current);
        merge(target, changes);
        try {
            return mapper.treeToValue(target, type);
        } catch (JsonProcessingException malformed) {
            throw new WebApplicationException(malformed, Response.Status.BAD_REQUEST);
        }
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> set(target, change.getKey(), change.getValue()));
    }

    private static void set(ObjectNode target, String field, JsonNode value) {
        if (value.isNull()) {
            target.remove(field);
        } else if (value instanceof ObjectNode nested) {
            merge(objectIn(target, field), nested);
        } else {
            target.set(field, value);
        }
    }

    private static ObjectNode objectIn(ObjectNode target, String field) {
        return target.get(field) instanceof ObjectNode there ? there : target.putObject(field);
    }
}
