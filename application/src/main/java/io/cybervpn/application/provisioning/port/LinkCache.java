package io.cybervpn.application.provisioning.port;

import io.cybervpn.application.provisioning.LinkFile;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Answers of links, by the hashes of their tokens, for all instances. An answer that was begun
 * before an {@link #evict} is not taken after it, so that nothing is found here that was made of
 * what is no more. But for {@link #evict} nothing fails: a cache that is down holds nothing.
 */
public interface LinkCache {
    /**
     * Where an answer belongs.
     *
     * @param epoch when it was begun; one that is empty is of no cache
     */
    record Slot(String tokenHash, String epoch, String variant) {}

    /** The answer of the first of two variants, else of the second, in one step. */
    Uni<Optional<LinkFile>> find(String tokenHash, String first, String second);

    /**
     * Begins an answer: gives the link's epoch, which each eviction ends, or empty when the cache
     * is down.
     */
    Uni<String> begin(String tokenHash);

    /**
     * Keeps an answer, unless its link was evicted since it was begun or has too many variants.
     *
     * @param fresh how long it is found
     */
    Uni<Void> put(Slot slot, LinkFile file, Duration fresh);

    /** Forgets all answers of links. Fails when it cannot be known that they are forgotten. */
    Uni<Void> evict(Set<String> tokenHashes);
}
