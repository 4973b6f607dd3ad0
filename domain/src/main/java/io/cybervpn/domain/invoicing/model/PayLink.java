package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A link by which anybody who has it pays an invoice. Of its token only the hash is kept.
 *
 * @param tokenHash SHA-256 as 64 lower-case hexadecimal digits
 * @param expiresAt after {@code createdAt}; from then on it opens nothing
 * @param revokedAt since when it opens nothing, if somebody wanted so
 */
public record PayLink(
        PayLinkId id,
        InvoiceId invoice,
        String tokenHash,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {
    /** How many of an invoice are good at once, at most. */
    public static final int GOOD_MAX = 20;

    /** How many days one is good, at most. */
    public static final int DAYS_MAX = 90;

    /** Refuses one that was never good. */
    public PayLink {
        if (!expiresAt.isAfter(createdAt) || !tokenHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a link: " + id);
        }
    }

    /** What is kept of a token. */
    public static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Whether it opens anything at a moment. */
    public boolean isGood(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** Ends it; one that was ended stays as it is. Pure. */
    public PayLink revoke(Instant now) {
        return revokedAt.isPresent()
                ? this
                : new PayLink(id, invoice, tokenHash, createdAt, expiresAt, Optional.of(now));
    }
}
