package io.cybervpn.infrastructure.provisioning.proxmox;

import io.cybervpn.domain.provisioning.AccessId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A range of ids of machines. The id of an access follows from the access: who asks twice, or at
 * once with another, asks for the same one, and the cluster gives an id only once.
 *
 * @param first 100 or more
 * @param last up to 999999999
 */
record MachineIds(int first, int last) {
    /** Far from the ids that people and the cluster itself choose. */
    static final MachineIds USUAL = new MachineIds(100_000_000, 999_999_999);

    private static final int LEAST = 100;
    private static final Pattern TEXT = Pattern.compile("(\\d{3,9})-(\\d{3,9})");

    /** An id may be taken by somebody else's machine: so many others are tried. */
    private static final int TRIES = 8;

    /** Reads {@code first-last}; empty for what is no range. */
    static Optional<MachineIds> read(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(found.group(1));
        int last = Integer.parseInt(found.group(2));
        return first >= LEAST && first <= last
                ? Optional.of(new MachineIds(first, last))
                : Optional.empty();
    }

    /** The ids of an access, the one that is to be taken first. */
    List<Integer> of(AccessId access) {
        return IntStream.range(0, TRIES)
                .map(index -> of(access, index))
                .distinct()
                .boxed()
                .toList();
    }

    private int of(AccessId access, int index) {
        byte[] hash = sha256(access.value() + "/" + index);
        long number = ByteBuffer.wrap(hash).getLong();
        return first + (int) Long.remainderUnsigned(number, (long) last - first + 1);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
