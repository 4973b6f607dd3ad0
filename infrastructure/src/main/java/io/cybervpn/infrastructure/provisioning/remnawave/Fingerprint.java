package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The first half of a SHA-256 of JSON, whatever the order of its names. */
final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(JsonNode json) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(sorted(json).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static JsonNode sorted(JsonNode json) {
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(one -> array.add(sorted(one)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        TreeMap<String, JsonNode> names = new TreeMap<>();
        json.properties().forEach(entry -> names.put(entry.getKey(), sorted(entry.getValue())));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.setAll(names);
        return object;
    }
}
