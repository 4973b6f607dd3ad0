package io.cybervpn.application.shared;

/**
 * Locks secrets that must be stored and used again, such as those of one-time passwords:
 * AES-256-GCM under a key that is not in the database. A password is no such thing: it is hashed.
 */
public interface SecretBox {
    /**
     * Locks, under the newest key. Two calls give two texts.
     *
     * @param purpose what it is and whose, such as {@code totp:} and an account's id; the text
     *     opens for nothing else, so that it cannot be moved to another row
     * @return printable ASCII with the key's id in it, about a third longer than the secret and 50
     *     characters more
     */
    String seal(byte[] secret, String purpose);

    /**
     * Opens what was sealed under any key of the configuration. Fails with {@link
     * IllegalStateException} if its key was taken away, or if the text or the purpose is another.
     */
    byte[] open(String sealed, String purpose);

    /** Whether the newest key sealed it; if not, sealing it anew lets the old key go. */
    boolean isCurrent(String sealed);
}
