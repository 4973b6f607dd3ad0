package io.cybervpn.domain.payment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identity of money that came and fits no payment. */
public record UnmatchedId(UUID value) {
    /** The one of an invoice of a provider: told again, it is the same. */
    public static UnmatchedId of(String provider, String reference) {
        String name = "unmatched-money " + provider + " " + reference;
        return new UnmatchedId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
