package io.cybervpn.presentation.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** The schemas of docs/asyncapi.json, as much of them as is used there. */
public final class Schemas {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode schemas;

    public Schemas() throws IOException {
        schemas =
                MAPPER.readTree(Files.readString(Path.of("..", "docs", "asyncapi.json")))
                        .at("/components/schemas");
    }

    /** Which schema a message must have, by what it says of itself. */
    public static String nameOf(JsonNode message) {
        return switch (message.path("type").asText()) {
            case "ack" -> "Ack";
            case "error" -> "Error";
            case "subscribe" -> "Subscribe";
            case "unsubscribe" -> "Unsubscribe";
            case "auth" -> "Auth";
            case String _ -> "News";
        };
    }

    /** A whole message of the shop: what it says of itself, and the data of its type. */
    public void holdMessage(JsonNode message) {
        String name = nameOf(message);
        hold(name, message);
        String type = message.path("type").asText();
        if (name.equals("News") && dataTypes().has(type)) {
            check(reference(dataTypes().get(type).asText()), message.path("data"), type);
        }
    }

    /** Types of news whose data is described, and where. */
    public JsonNode dataTypes() {
        return schemas.at("/News/x-data-by-type");
    }

    public void hold(String name, JsonNode value) {
        assertThat(schemas.has(name)).as(name).isTrue();
        check(schemas.get(name), value, name);
    }

    private void check(JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            check(reference(schema.get("$ref").asText()), value, at);
            return;
        }
        assertThat(isOfTypes(schema.path("type"), value)).as("%s: %s", at, value).isTrue();
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

    private JsonNode reference(String ref) {
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        assertThat(schemas.has(name)).as(name).isTrue();
        return schemas.get(name);
    }

    /** Of one, or of one of several. */
    private static boolean isOfTypes(JsonNode types, JsonNode value) {
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(type -> isOfType(type.asText(), value))
                : isOfType(types.asText(), value);
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case String _ -> true;
        };
    }
}
