package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.ApiKeyRing;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A key is read at most once in two seconds, however many calls come with it. */
@Singleton
final class CachedApiKeyRing implements ApiKeyRing {
    private final Cache cache;
    private final UnitOfWork unitOfWork;
    private final ApiKeys keys;

    @Inject
    CachedApiKeyRing(@CacheName("api-keys") Cache cache, UnitOfWork unitOfWork, ApiKeys keys) {
        this.cache = cache;
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    @Override
    public Uni<Optional<ApiKey>> find(ApiKeyId id) {
        return cache.getAsync(id, this::read);
    }

    private Uni<Optional<ApiKey>> read(ApiKeyId id) {
        return unitOfWork.run(() -> keys.find(id));
    }

    @Override
    public Uni<Void> forget() {
        return cache.invalidateAll();
    }
}
