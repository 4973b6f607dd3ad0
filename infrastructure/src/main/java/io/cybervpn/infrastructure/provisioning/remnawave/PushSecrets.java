package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a push what nobody may keep: the password that somebody typed, the keys and the link
 * of users, the private keys of nodes, the addresses and hardware ids of devices. What is left says
 * what happened and to whom, which is all that we read.
 */
final class PushSecrets {
    static final String GONE = "[removed]";

    private static final Set<String> PASSWORDS = Set.of("password");
    private static final Set<String> SECRETS =
            Set.of(
                    "password",
                    "trojanPassword",
                    "vlessUuid",
                    "ssPassword",
                    "shortUuid",
                    "subscriptionUrl",
                    "rawInbound",
                    "proxyUrl",
                    "privateKey",
                    "token",
                    "email",
                    "telegramId",
                    "hwid",
                    "requestIp",
                    "report");

    private final ObjectMapper json;

    PushSecrets(ObjectMapper json) {
        this.json = json;
    }

    /** The push without all of them; as it came if it holds none. */
    String without(byte[] body) {
        return without(body, SECRETS);
    }

    /**
     * The push without passwords, as it came if it holds none: what it may be known again by. A
     * hash of a push with a password would let its reader try passwords.
     */
    String withoutPasswords(byte[] body) {
        return without(body, PASSWORDS);
    }

    private String without(byte[] body, Set<String> names) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            JsonNode push = json.readTree(body);
            return strip(push, names) ? push.toString() : text;
        } catch (IOException _) {
            // Not JSON: nothing of it is believed, and nothing stored.
            return text;
        }
    }

    /** Whether there was something. */
    private static boolean strip(JsonNode node, Set<String> names) {
        boolean found = node instanceof ObjectNode object && stripFields(object, names);
        for (JsonNode child : node) {
            found |= strip(child, names);
        }
        return found;
    }

    private static boolean stripFields(ObjectNode object, Set<String> names) {
        List<String> secret =
                names.stream().filter(name -> !object.path(name).isMissingNode()).toList();
        secret.stream()
                .filter(name -> !object.path(name).isNull())
                .forEach(name -> object.put(name, GONE));
        return !secret.isEmpty();
    }
}
