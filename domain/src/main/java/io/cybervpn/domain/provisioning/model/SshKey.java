package io.cybervpn.domain.provisioning.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key by which somebody logs in.
 *
 * @param text its type and its base64, without the comment, which may name a person
 */
public record SshKey(String text) {
    private static final int LENGTH_MAX = 8_000;
    private static final Set<String> TYPES =
            Set.of(
                    "ssh-ed25519",
                    "ssh-rsa",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "sk-ssh-ed25519@openssh.com",
                    "sk-ecdsa-sha2-nistp256@openssh.com");
    private static final Pattern LINE =
            Pattern.compile("([a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})( [^\\r\\n]*)?");

    /** Reads a line as in {@code authorized_keys}, without options; empty for anything else. */
    public static Optional<SshKey> parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        return line.length() <= LENGTH_MAX
                        && parts.matches()
                        && TYPES.contains(parts.group(1))
                        && isOf(parts.group(1), parts.group(2))
                ? Optional.of(new SshKey(parts.group(1) + " " + parts.group(2)))
                : Optional.empty();
    }

    /** The key itself says its type first. */
    private static boolean isOf(String type, String base64) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] start =
                ByteBuffer.allocate(Integer.BYTES + name.length)
                        .putInt(name.length)
                        .put(name)
                        .array();
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            return key.length > start.length + Integer.BYTES
                    && ByteBuffer.wrap(key, 0, start.length).equals(ByteBuffer.wrap(start));
        } catch (IllegalArgumentException _) {
            // No base64: no key, then.
            return false;
        }
    }
}
