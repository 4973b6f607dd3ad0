package io.cybervpn.application.identity.keys;

import io.cybervpn.domain.identity.ApiKeyId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as a program shows it: {@code cvk_<id>_<secret><sum>}. The id is no secret; the sum
 * tells a mistyped key from a good one without a look at the store, and scanners of source code
 * that they have found one.
 */
public record KeyToken(ApiKeyId id, String secret) {
    /** What every key begins with, and no other credential of the shop. */
    public static final String PREFIX = "cvk_";

    private static final Pattern SHAPE =
            Pattern.compile("cvk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})([0-9a-f]{8})");
    private static final Pattern HYPHENS =
            Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})", Pattern.DOTALL);

    /** Reads a key; empty for what is none. */
    public static Optional<KeyToken> parse(String text) {
        Matcher found = SHAPE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String id = HYPHENS.matcher(found.group(1)).replaceFirst("$1-$2-$3-$4-$5");
        KeyToken token = new KeyToken(new ApiKeyId(UUID.fromString(id)), found.group(2));
        return Optional.of(token).filter(read -> read.text().equals(text));
    }

    /** The whole key, to be shown once. */
    public String text() {
        String body = PREFIX + id.value().toString().replace("-", "") + "_" + secret;
        return body + sum(body);
    }

    private static String sum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue()).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "KeyToken[" + id.value() + "]";
    }
}
