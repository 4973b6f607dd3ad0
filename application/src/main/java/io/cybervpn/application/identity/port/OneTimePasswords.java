package io.cybervpn.application.identity.port;

import java.time.Instant;
import java.util.Optional;

/** Time-based one-time passwords as apps make them (RFC 6238). Pure computation, no I/O. */
public interface OneTimePasswords {
    /** A new secret: 160 random bits. */
    byte[] newSecret();

    /** A secret as people type it into an app: Base32 without padding. */
    String text(byte[] secret);

    /**
     * The secret that people typed, in either case, with or without padding and spaces; empty when
     * it is no Base32 or has less than 128 bits.
     */
    Optional<byte[]> secretOf(String text);

    /**
     * The time step of a password: the one of {@code now}, or one before or after it, since clocks
     * differ. Empty for any other text. Each comparison takes the same time.
     */
    Optional<Long> stepOf(byte[] secret, String password, Instant now);
}
