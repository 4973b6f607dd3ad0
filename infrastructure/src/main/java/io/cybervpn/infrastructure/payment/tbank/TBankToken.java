package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The signature of T-Bank: the scalar values at the root of a body and the password, in the order
 * of their names and without anything between, by SHA-256. Values count as they are written.
 */
final class TBankToken {
    static final String FIELD = "Token";

    /** Never sent: one that stood in a body would not count. */
    static final String PASSWORD = "Password";

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private TBankToken() {}

    /** The token of these values. */
    static String of(Map<String, String> values, String password) {
        TreeMap<String, String> all = new TreeMap<>(values);
        all.remove(FIELD);
        all.put(PASSWORD, password);
        return HexFormat.of().formatHex(sha256(String.join("", all.values())));
    }

    /**
     * The scalar values at the root of a body, as they are written; empty if it is no JSON object,
     * or one that says a thing twice.
     */
    static Optional<Map<String, String>> scalars(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    ? Optional.of(scalars(parser))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> scalars(JsonParser parser) throws IOException {
        Map<String, String> values = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                values.put(name, parser.getText());
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the object does not end");
        }
        return values;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
