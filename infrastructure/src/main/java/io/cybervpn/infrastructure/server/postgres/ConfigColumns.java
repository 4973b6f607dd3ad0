package io.cybervpn.infrastructure.server.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.server.NodeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A configuration as the content of a row; what is absent is null. */
final class ConfigColumns {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ConfigColumns() {}

    static ObjectNode write(NodeConfig config) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        settings(content.putObject("settings"), config.settings());
        content.putObject("profile")
                .put("ref", config.profile().ref())
                .put("name", config.profile().name())
                .put("fingerprint", config.profile().fingerprint());
        ArrayNode inbounds = content.putArray("inbounds");
        config.inbounds().forEach(one -> inbound(inbounds.addObject(), one));
        return content;
    }

    private static void settings(ObjectNode node, NodeConfig.Settings settings) {
        node.put("name", settings.name())
                .put("address", settings.address())
                .put("port", settings.port().orElse(null))
                .put("country", settings.country().orElse(null))
                .put("multiplier", settings.multiplier())
                .put("trafficLimitBytes", settings.trafficLimitBytes().orElse(null))
                .put("resetDay", settings.resetDay().orElse(null));
        ArrayNode tags = node.putArray("tags");
        settings.tags().forEach(tags::add);
    }

    private static void inbound(ObjectNode node, NodeConfig.Inbound inbound) {
        node.put("ref", inbound.ref())
                .put("tag", inbound.tag())
                .put("type", inbound.type())
                .put("network", inbound.network())
                .put("security", inbound.security())
                .put("port", inbound.port().orElse(null))
                .put("fingerprint", inbound.fingerprint());
    }

    /** Of a version that was written before a field was, the field is absent. */
    static NodeConfig read(String text) {
        JsonNode content = parsed(text);
        JsonNode profile = content.path("profile");
        List<NodeConfig.Inbound> inbounds = new ArrayList<>();
        content.path("inbounds").forEach(one -> inbounds.add(inbound(one)));
        return new NodeConfig(
                settings(content.path("settings")),
                new NodeConfig.Profile(
                        profile.path("ref").asText(""),
                        profile.path("name").asText(""),
                        profile.path("fingerprint").asText("")),
                inbounds);
    }

    private static NodeConfig.Settings settings(JsonNode node) {
        List<String> tags = new ArrayList<>();
        node.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new NodeConfig.Settings(
                node.path("name").asText(""),
                node.path("address").asText(""),
                whole(node.path("port")),
                Optional.of(node.path("country")).filter(JsonNode::isTextual).map(JsonNode::asText),
                node.path("multiplier").asText(""),
                Optional.of(node.path("trafficLimitBytes"))
                        .filter(JsonNode::isIntegralNumber)
                        .map(JsonNode::longValue),
                whole(node.path("resetDay")),
                tags);
    }

    private static NodeConfig.Inbound inbound(JsonNode node) {
        return new NodeConfig.Inbound(
                node.path("ref").asText(""),
                node.path("tag").asText(""),
                node.path("type").asText(""),
                node.path("network").asText(""),
                node.path("security").asText(""),
                whole(node.path("port")),
                node.path("fingerprint").asText(""));
    }

    private static Optional<Integer> whole(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isIntegralNumber).map(JsonNode::intValue);
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored configuration is no JSON", e);
        }
    }
}
