package io.cybervpn.presentation.live.ws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what clients say, by hand: small, flat and without surprises, or not at all. Names that are
 * not known are left alone, so that newer clients can talk to an older shop.
 */
@Singleton
final class CommandReader {
    private static final int DEPTH_MAX = 4;
    private static final int REF_LENGTH_MAX = 64;
    private static final int TOPICS_MAX = 16;
    private static final String TOPICS = "topics";
    private static final String SINCE = "since";

    private final ObjectMapper mapper =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .maxNumberLength(20)
                                                    .maxNameLength(200)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    Command read(String text) {
        try {
            return mapper.readTree(text) instanceof ObjectNode object
                    ? command(object)
                    : unclear(Optional.empty(), "", "malformed", "A message is a JSON object.");
        } catch (JsonProcessingException _) {
            return unclear(
                    Optional.empty(), "", "malformed", "This is not JSON as it is read here.");
        }
    }

    private static Command command(ObjectNode object) {
        Optional<String> ref = text(object, "id").filter(id -> id.length() <= REF_LENGTH_MAX);
        return switch (text(object, "type").orElse("")) {
            case "subscribe" ->
                    ref.map(id -> subscribe(object, id)).orElseGet(CommandReader::unnamed);
            case "unsubscribe" ->
                    ref.map(id -> unsubscribe(object, id)).orElseGet(CommandReader::unnamed);
            case "auth" -> auth(object, ref);
            case String _ -> unclear(ref, "/type", "unknown", "No such message is known.");
        };
    }

    /** A command that no answer could name. */
    private static Command unnamed() {
        return unclear(
                Optional.empty(), "/id", "required", "A text of 1 to 64 characters is needed.");
    }

    private static Command subscribe(ObjectNode object, String ref) {
        Optional<List<String>> topics = topics(object);
        if (topics.isEmpty()) {
            return noTopics(ref);
        }
        return since(object, topics.get())
                .<Command>map(since -> new Command.Subscribe(ref, topics.get(), since))
                .orElseGet(
                        () ->
                                unclear(
                                        Optional.of(ref),
                                        "/" + SINCE,
                                        "invalid",
                                        "A number, or a number for each topic."));
    }

    private static Command unsubscribe(ObjectNode object, String ref) {
        return topics(object)
                .<Command>map(topics -> new Command.Unsubscribe(ref, topics))
                .orElseGet(() -> noTopics(ref));
    }

    private static Command auth(ObjectNode object, Optional<String> ref) {
        return text(object, "token")
                .<Command>map(token -> new Command.Auth(ref, token))
                .orElseGet(() -> unclear(ref, "/token", "required", "An access token."));
    }

    private static Command noTopics(String ref) {
        return unclear(
                Optional.of(ref), "/" + TOPICS, "invalid", "A list of 1 to 16 names of topics.");
    }

    private static Optional<List<String>> topics(ObjectNode object) {
        List<String> topics = new ArrayList<>();
        object.path(TOPICS).forEach(one -> topics.add(one.isTextual() ? one.textValue() : ""));
        boolean good =
                object.path(TOPICS).isArray()
                        && !topics.isEmpty()
                        && topics.size() <= TOPICS_MAX
                        && !topics.contains("");
        return good ? Optional.of(topics.stream().distinct().toList()) : Optional.empty();
    }

    /** One number is meant for each of the topics that are named with it. */
    private static Optional<Map<String, Long>> since(ObjectNode object, List<String> topics) {
        JsonNode given = object.path(SINCE);
        Map<String, JsonNode> named = new HashMap<>();
        topics.forEach(topic -> named.put(topic, given.isObject() ? given.path(topic) : given));
        named.values().removeIf(one -> one.isMissingNode() || one.isNull());
        if (!named.values().stream().allMatch(CommandReader::isPosition)) {
            return Optional.empty();
        }
        Map<String, Long> since = new HashMap<>();
        named.forEach((topic, one) -> since.put(topic, one.longValue()));
        return Optional.of(since);
    }

    private static boolean isPosition(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
    }

    private static Optional<String> text(ObjectNode object, String name) {
        return Optional.of(object.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(value -> !value.isEmpty());
    }

    private static Command unclear(
            Optional<String> ref, String pointer, String code, String message) {
        return new Command.Unclear(ref, Problem.invalid(pointer, code, message));
    }
}
