package io.cybervpn.infrastructure.identity.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.domain.identity.TelegramUser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a proof. What is read here is not yet known to be true. */
final class ProofFields {
    private static final int LENGTH_MAX = 8192;
    private static final int FIELDS_MAX = 32;
    private static final int TEXT_LENGTH_MAX = 256;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProofFields() {}

    /** The decoded fields; empty when it is no query, too long, or has a name twice. */
    static Optional<Map<String, String>> parse(String query) {
        if (query.isEmpty() || query.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String[] pairs = query.split("&", -1);
        Map<String, String> fields = new HashMap<>();
        for (String pair : pairs) {
            if (pairs.length > FIELDS_MAX || !put(fields, pair)) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    private static boolean put(Map<String, String> fields, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            return false;
        }
        try {
            String name = decoded(pair.substring(0, equals));
            return fields.putIfAbsent(name, decoded(pair.substring(equals + 1))) == null;
        } catch (IllegalArgumentException _) {
            return false; // a broken percent escape
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static Optional<Instant> signedAt(Map<String, String> fields) {
        return Optional.ofNullable(fields.get("auth_date"))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    /** The user of a Mini App, who stands there as JSON. */
    static Optional<TelegramUser> jsonUser(Map<String, String> fields) {
        return Optional.ofNullable(fields.get("user")).flatMap(ProofFields::json).flatMap(user());
    }

    /** The user of the widget, whose fields are the proof's own. */
    static Optional<TelegramUser> flatUser(Map<String, String> fields) {
        return Optional.ofNullable(fields.get("id"))
                .filter(text -> ID.matcher(text).matches())
                .map(Long::parseLong)
                .filter(TelegramUser::isId)
                .map(
                        id ->
                                new TelegramUser(
                                        id,
                                        shown(fields.get("first_name")),
                                        shown(fields.get("username")),
                                        Optional.empty()));
    }

    private static Function<JsonNode, Optional<TelegramUser>> user() {
        return node ->
                Optional.of(node.path("id"))
                        .filter(id -> id.isIntegralNumber() && id.canConvertToLong())
                        .map(JsonNode::longValue)
                        .filter(TelegramUser::isId)
                        .map(id -> user(id, node));
    }

    private static TelegramUser user(long id, JsonNode node) {
        return new TelegramUser(
                id,
                shown(node.path("first_name").textValue()),
                shown(node.path("username").textValue()),
                shown(node.path("language_code").textValue()));
    }

    private static Optional<String> shown(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(some -> !some.isBlank() && some.length() <= TEXT_LENGTH_MAX)
                .filter(some -> some.indexOf('\0') < 0);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
