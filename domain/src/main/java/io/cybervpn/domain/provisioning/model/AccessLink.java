package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The link of ours that the clients of one subscription poll. Whoever holds its token holds the
 * access, so a stolen database gives none away: it is found by its hash and shown again to its
 * owner by a text that only our key opens.
 *
 * @param tokenHash SHA-256 as 64 lower-case hexadecimal digits; the token is 256 random bits, so
 *     nothing is found by trying
 * @param sealedToken sealed for {@link #purposeOf}
 * @param madeAt when this token began to open it
 */
public record AccessLink(AccessId access, String tokenHash, String sealedToken, Instant madeAt) {
    /** Refuses what is no hash. */
    public AccessLink {
        if (!tokenHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not the hash of a link: " + access);
        }
    }

    /** What the token of an access is sealed for. */
    public static String purposeOf(AccessId access) {
        return "access-link:" + access.value();
    }

    /** By what a token is found; any text has one. */
    public static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Leaves out by what it is found. */
    @Override
    public String toString() {
        return "AccessLink[" + access + ", madeAt=" + madeAt + "]";
    }
}
