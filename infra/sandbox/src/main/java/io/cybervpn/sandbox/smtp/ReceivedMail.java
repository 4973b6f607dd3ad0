package io.cybervpn.sandbox.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A mail as it came.
 *
 * @param to the addresses of the envelope
 * @param source head and body, lines end in LF
 */
public record ReceivedMail(List<String> to, String source) {
    /** Copies the list. */
    public ReceivedMail {
        to = List.copyOf(to);
    }

    /** The body as text; understands what mail clients write for one part of plain text. */
    public String text() {
        int end = source.indexOf("\n\n");
        String head = source.substring(0, Math.max(0, end)).toLowerCase(Locale.ROOT);
        String body = source.substring(end + 2);
        if (head.contains("transfer-encoding: base64")) {
            return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
        }
        return head.contains("quoted-printable") ? unquoted(body) : body;
    }

    private static String unquoted(String body) {
        byte[] bytes = body.replace("=\n", "").getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[bytes.length];
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            boolean quoted = bytes[at] == '=' && at + 2 < bytes.length;
            text[length++] = quoted ? octet(bytes, at + 1) : bytes[at];
            at += quoted ? 2 : 0;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    private static byte octet(byte[] bytes, int at) {
        return (byte) Integer.parseInt(new String(bytes, at, 2, StandardCharsets.US_ASCII), 16);
    }
}
