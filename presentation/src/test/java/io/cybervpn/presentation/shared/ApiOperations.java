package io.cybervpn.presentation.shared;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every operation of the contract that is served, with what it takes to call it. */
public final class ApiOperations {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final int DEPTH_MAX = 4;
    private static final Map<String, String> PLAIN =
            Map.of("integer", "1", "number", "1", "boolean", "true", "array", "[]");
    private static final String REFERENCES = "#/components/schemas/";

    private final JsonNode api;

    private ApiOperations(JsonNode api) {
        this.api = api;
    }

    /** Reads the contract from the running shop. */
    public static ApiOperations served() {
        try {
            String text = given().get("/q/openapi?format=json").then().extract().asString();
            return new ApiOperations(new ObjectMapper().readTree(text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What somebody shows, and in whose name he comes. */
    public record Caller(Optional<String> token, Optional<String> actAs) {}

    /**
     * One operation.
     *
     * @param body that has the right types and else nothing in common with a good one
     */
    public record Call(String id, String method, String path, Optional<String> body) {
        /** Calls it, with a path in which every id is filled in. */
        public Response at(String filled, Optional<String> token) {
            return at(filled, new Caller(token, Optional.empty()));
        }

        /** The same by somebody who may act for another. */
        public Response at(String filled, Caller caller) {
            RequestSpecification request =
                    given().header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("X-Reason", "a test");
            caller.token().ifPresent(text -> request.auth().oauth2(text));
            caller.actAs().ifPresent(customer -> request.header("X-Act-As", customer));
            body.ifPresent(text -> request.contentType(ContentType.JSON).body(text));
            return request.request(method.toUpperCase(Locale.ROOT), filled);
        }

        /** Calls it with ids that nothing has. */
        public Response withUnknownIds(Optional<String> token) {
            return withUnknownIds(new Caller(token, Optional.empty()));
        }

        /** The same by somebody who may act for another. */
        public Response withUnknownIds(Caller caller) {
            return at(
                    path.replace("{code}", "nobody_has_this")
                            .replace("{tg_id}", "123456789")
                            .replaceAll("\\{\\w+}", UUID.randomUUID().toString()),
                    caller);
        }
    }

    /** All of them by their id. */
    public Map<String, Call> all() {
        Map<String, Call> calls = new TreeMap<>();
        api.get("paths")
                .properties()
                .forEach(
                        path ->
                                METHODS.stream()
                                        .filter(path.getValue()::has)
                                        .map(verb -> call(path.getKey(), verb))
                                        .forEach(call -> calls.put(call.id(), call)));
        return calls;
    }

    private Call call(String path, String method) {
        JsonNode operation = api.get("paths").get(path).get(method);
        JsonNode content = resolved(operation.path("requestBody")).path("content");
        Optional<String> body =
                StreamSupport.stream(content.spliterator(), false)
                        .findFirst()
                        .map(type -> sample(type.path("schema"), 0));
        return new Call(operation.path("operationId").asText(), method, path, body);
    }

    private JsonNode resolved(JsonNode node) {
        if (node.path("anyOf").isArray()) {
            return resolved(node.path("anyOf").get(0));
        }
        JsonNode reference = node.path("$ref");
        return reference.isTextual() && reference.asText().startsWith(REFERENCES)
                ? api.at("/components/schemas/" + reference.asText().substring(REFERENCES.length()))
                : node;
    }

    private String sample(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        if (reference.path("$ref").asText().endsWith("/ObjectNode")) {
            return "{\"version\": 1}";
        }
        String type = typeOf(schema);
        if (type.equals("string")) {
            return text(schema);
        }
        if (schema.path("minimum").asLong() > 1) {
            return schema.path("minimum").asText();
        }
        String plain = PLAIN.getOrDefault(type, "{}");
        return type.equals("object") && depth <= DEPTH_MAX ? object(schema, depth) : plain;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        Stream<JsonNode> types =
                type.isArray() ? StreamSupport.stream(type.spliterator(), false) : Stream.of(type);
        return types.map(JsonNode::asText)
                .filter(name -> !name.equals("null"))
                .findFirst()
                .orElse("object");
    }

    private static String text(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0).toString();
        }
        String format = schema.path("format").asText();
        String value = format.equals("uuid") ? UUID.randomUUID().toString() : "aa";
        return switch (format) {
            case "date-time" -> "\"2099-01-01T00:00:00Z\"";
            case "date" -> "\"2099-01-01\"";
            case String _ -> '"' + value + '"';
        };
    }

    private String object(JsonNode schema, int depth) {
        StringBuilder json = new StringBuilder("{");
        schema.path("properties")
                .properties()
                .forEach(
                        field ->
                                json.append(json.length() > 1 ? "," : "")
                                        .append('"')
                                        .append(field.getKey())
                                        .append("\":")
                                        .append(sample(field.getValue(), depth + 1)));
        return json.append('}').toString();
    }
}
