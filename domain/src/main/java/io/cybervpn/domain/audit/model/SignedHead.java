package io.cybervpn.domain.audit.model;

import java.time.Instant;

/**
 * A link of the chain that was the last one once, signed. Whoever keeps it elsewhere can tell
 * whether the rows up to there are still what they were.
 *
 * @param signature hexadecimal, over {@link #text}
 */
public record SignedHead(ChainLink link, Instant signedAt, String keyId, String signature) {
    /** What is signed. */
    public static String text(ChainLink link, Instant signedAt) {
        return "cybervpn-audit-head-1\n" + link.position() + '\n' + link.hash() + '\n' + signedAt;
    }
}
