package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where API keys are kept, revoked ones too. In the open unit of work. */
public interface ApiKeys {
    /** Keys that were not revoked first, then the newest, at most {@code limit}. */
    Uni<List<ApiKey>> all(int limit);

    /** Finds a key; empty when there is none. */
    Uni<Optional<ApiKey>> find(ApiKeyId id);

    /** Finds a key and keeps others from changing it until the unit of work ends. */
    Uni<Optional<ApiKey>> lock(ApiKeyId id);

    /** How many were neither revoked nor came to their end. */
    Uni<Long> countOpen(Instant now);

    /** Stores a new key. */
    Uni<Void> add(ApiKey key);

    /** Stores a locked key as it is now, but for its last use, which others write. */
    Uni<Void> save(ApiKey key);
}
