package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets of one kind that {@link SecretBox} sealed, where they are kept. Each context that stores
 * such secrets offers them, so that they can be sealed anew when the key changes.
 */
public interface SealedSecrets {
    /** What they are, in one word for reports, such as {@code totp}. */
    String kind();

    /** The next ones by id, all states of them. Outside a unit of work. */
    Uni<List<Sealed>> after(Optional<UUID> id, int limit);

    /**
     * Puts new texts in the place of old ones, in the open unit of work. One that is not what it
     * was any more is left alone.
     *
     * @return how many were replaced
     */
    Uni<Integer> replace(List<Replacement> replacements);

    /**
     * One secret.
     *
     * @param purpose as it was sealed for
     */
    record Sealed(UUID id, String purpose, String text) {
        @Override
        public String toString() {
            return "Sealed[" + id + "]";
        }
    }

    /** A secret and its new text. */
    record Replacement(Sealed old, String text) {
        @Override
        public String toString() {
            return "Replacement[" + old.id() + "]";
        }
    }
}
