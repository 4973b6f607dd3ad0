package io.cybervpn.application.shared;

/**
 * Fingerprints of what is too short or too well known for a plain hash, such as a code of six
 * digits or an e-mail: HMAC-SHA-256 under a key that is not in the database.
 */
public interface KeyedHashes {
    /**
     * The fingerprint under the newest key. The same for the same text and purpose while the key
     * stays.
     *
     * @param purpose what it is, such as {@code email-code}; fingerprints of two purposes cannot be
     *     compared
     * @return the key's id, a dot and 64 hexadecimal digits
     */
    String hash(String purpose, String text);

    /** Whether it is the fingerprint of this text, under any key of the configuration. */
    boolean matches(String hash, String purpose, String text);
}
