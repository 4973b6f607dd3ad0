package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.model.TokenHash;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where waiting browsers are kept. Every method works in the open unit of work. */
public interface DeepLinks {
    /** Stores a new one. */
    Uni<Void> add(DeepLink link);

    /** Finds one by its code and keeps others from changing it; empty when there is none. */
    Uni<Optional<DeepLink>> lock(TokenHash code);

    /** Stores who confirmed it. */
    Uni<Void> save(DeepLink link);

    /** Forgets one. Repeatable. */
    Uni<Void> remove(TokenHash code);

    /** Forgets those that expired before a time, at most so many; gives how many are gone. */
    Uni<Integer> forget(Instant before, int limit);
}
