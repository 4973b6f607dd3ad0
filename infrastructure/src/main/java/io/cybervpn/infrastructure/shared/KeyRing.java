package io.cybervpn.infrastructure.shared;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys of 256 bits by their ids: the first is used from now on, the others for what is there. */
public final class KeyRing {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]{1,32}):(.+)");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int KEY_BYTES = 32;

    private final String setting;
    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    /**
     * A key and its id.
     *
     * @param secret 32 bytes
     */
    public record Key(String id, byte[] secret) {}

    private KeyRing(String setting) {
        this.setting = setting;
    }

    /**
     * Reads {@code id:key} entries, a key being 32 bytes as base64 or as 64 hexadecimal digits
     * ({@code openssl rand -hex 32}). Fails with {@link IllegalStateException}, which names the
     * setting and never a key.
     */
    public static KeyRing of(String setting, List<String> entries) {
        KeyRing ring = new KeyRing(setting);
        entries.forEach(ring::add);
        return ring;
    }

    /** The newest key; fails with {@link IllegalStateException} if there is none. */
    public Key first() {
        return newest().orElseThrow(() -> new IllegalStateException(setting + " is not set"));
    }

    /** The newest key, if there is one. */
    public Optional<Key> newest() {
        return keys.entrySet().stream()
                .findFirst()
                .map(entry -> new Key(entry.getKey(), entry.getValue()));
    }

    /** All keys, the newest first. */
    public List<Key> all() {
        return keys.entrySet().stream()
                .map(entry -> new Key(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The key of this id. */
    public Optional<Key> find(String id) {
        return Optional.ofNullable(keys.get(id)).map(secret -> new Key(id, secret));
    }

    private void add(String entry) {
        var parts = ENTRY.matcher(entry.strip());
        byte[] key = parts.matches() ? decoded(parts.group(2)) : new byte[0];
        if (key.length != KEY_BYTES || keys.putIfAbsent(parts.group(1), key) != null) {
            throw new IllegalStateException(
                    setting + " wants id:key, each id once, keys of 32 bytes as hex or base64");
        }
    }

    private static byte[] decoded(String key) {
        try {
            return HEX.matcher(key).matches()
                    ? HexFormat.of().parseHex(key)
                    : Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
