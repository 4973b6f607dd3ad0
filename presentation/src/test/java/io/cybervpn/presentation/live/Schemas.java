package io.cybervpn.presentation.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas of docs/asyncapi.json, as much of them as is used there. */
final class Schemas {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode schemas;

    Schemas() throws IOException {
        schemas =
                MAPPER.readTree(Files.readString(Path.of("..", "docs", "asyncapi.json")))
                        .at("/components/schemas");
    }

    /** Which schema a message must have, by what it says of itself. */
    static String nameOf(JsonNode message) {
        return switch (message.path("type").asText()) {
            case "ack" -> "Ack";
            case "error" -> "Error";
            case "subscribe" -> "Subscribe";
            case "unsubscribe" -> "Unsubscribe";
            case "auth" -> "Auth";
            case String _ -> "News";
        };
    }

    void hold(String name, JsonNode value) {
        assertThat(schemas.has(name)).as(name).isTrue();
        check(schemas.get(name), value, name);
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            String ref = schema.get("$ref").asText();
            hold(ref.substring(ref.lastIndexOf('/') + 1), value);
            return;
        }
        assertThat(isOfType(schema.path("type").asText(), value)).as("%s: %s", at, value).isTrue();
        if (schema.has("const")) {
            assertThat(value).as(at).isEqualTo(schema.get("const"));
        }
        schema.path("required")
                .forEach(one -> assertThat(value.has(one.asText())).as(at + "/" + one).isTrue());
        schema.path("properties")
                .properties()
                .forEach(
                        property -> {
                            if (value.has(property.getKey())) {
                                check(
                                        property.getValue(),
                                        value.get(property.getKey()),
                                        at + "/" + property.getKey());
                            }
                        });
        if (schema.has("items")) {
            value.forEach(one -> check(schema.get("items"), one, at + "[]"));
        }
        if (schema.path("additionalProperties").isObject()) {
            value.forEach(one -> check(schema.get("additionalProperties"), one, at + "{}"));
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case String _ -> true;
        };
    }
}
