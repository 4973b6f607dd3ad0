package io.cybervpn.application.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a link answers, ready to be sent. Holds the customer's keys: never logged.
 *
 * @param headers by lower-case name, each one line
 * @param body not to be changed
 * @param tag of this very answer, without quotes
 */
public record LinkFile(String contentType, Map<String, String> headers, byte[] body, String tag) {
    /** Says that the panel is down and this is what it gave last. */
    public static final String STALE = "x-subscription-stale";

    private static final int TAG_BYTES = 12;

    /** Of a configuration. */
    static LinkFile of(ConfigFile file) {
        byte[] body = file.body().getBytes(StandardCharsets.UTF_8);
        return new LinkFile(file.contentType(), file.headers(), body, tag(file.headers(), body));
    }

    /** The same, marked as the last good answer of a panel that is down. */
    LinkFile stale() {
        Map<String, String> marked = new TreeMap<>(headers);
        marked.put(STALE, "true");
        return new LinkFile(contentType, Map.copyOf(marked), body, tag);
    }

    private static String tag(Map<String, String> headers, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String told = Optional.ofNullable(headers.get(LinkHeaders.USER_INFO)).orElse("");
            sha256.update(told.getBytes(StandardCharsets.UTF_8));
            byte[] digest = sha256.digest(body);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "LinkFile[" + contentType + ", " + body.length + " bytes]";
    }
}
