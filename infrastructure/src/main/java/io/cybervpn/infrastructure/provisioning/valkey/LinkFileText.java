package io.cybervpn.infrastructure.provisioning.valkey;

import io.cybervpn.application.provisioning.LinkFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it lies in Valkey: until when it is fresh, its tag, its type and its headers, a line
 * each, then an empty line and the body as it goes out. It is read thousands of times a second, so
 * the body is never looked at.
 */
final class LinkFileText {
    private static final int FIXED_LINES = 3;

    private LinkFileText() {}

    static String write(LinkFile file, long freshUntilMillis) {
        StringBuilder text = new StringBuilder(file.body().length + 512);
        text.append(freshUntilMillis).append('\n');
        text.append(file.tag()).append('\n').append(file.contentType()).append('\n');
        file.headers().forEach((name, value) -> line(text, name, value));
        return text.append('\n').append(new String(file.body(), StandardCharsets.UTF_8)).toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(':').append(value.replace('\n', ' ').replace('\r', ' '));
        text.append('\n');
    }

    /** Empty when it is not fresh any more, or unreadable. */
    static Optional<LinkFile> read(byte[] text, long nowMillis) {
        int end = endOfHead(text);
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = new String(text, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        return lines.length < FIXED_LINES || !isFresh(lines[0], nowMillis)
                ? Optional.empty()
                : Optional.of(
                        new LinkFile(
                                lines[2],
                                headers(lines),
                                Arrays.copyOfRange(text, end + 2, text.length),
                                lines[1]));
    }

    private static boolean isFresh(String until, long nowMillis) {
        try {
            return Long.parseLong(until) > nowMillis;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = HashMap.newHashMap(lines.length);
        for (int i = FIXED_LINES; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1));
        }
        return headers;
    }

    private static int endOfHead(byte[] text) {
        for (int i = 1; i < text.length; i++) {
            if (text[i] == '\n' && text[i - 1] == '\n') {
                return i - 1;
            }
        }
        return -1;
    }
}
