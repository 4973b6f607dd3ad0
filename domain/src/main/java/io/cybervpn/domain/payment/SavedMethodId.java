package io.cybervpn.domain.payment;

import java.util.Optional;
import java.util.UUID;

/** Identity of a way to pay that a customer let us keep. */
public record SavedMethodId(UUID value) {
    private static final String PREFIX = "saved:";

    /** The name of the method where others have that of a provider, such as {@code saved:0191…}. */
    public String code() {
        return PREFIX + value;
    }

    /** Finds one by its exact {@link #code}; empty for anything else. */
    public static Optional<SavedMethodId> find(String code) {
        if (!code.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SavedMethodId(UUID.fromString(code.substring(PREFIX.length()))))
                    .filter(id -> id.code().equals(code));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
