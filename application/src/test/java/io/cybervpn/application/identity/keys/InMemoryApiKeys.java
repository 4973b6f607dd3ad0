package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.port.ApiKeyUses;
import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** API keys and their uses in memory. */
public final class InMemoryApiKeys implements ApiKeys, ApiKeyUses {
    private static final Comparator<ApiKey> NEWEST_FIRST =
            Comparator.comparing((ApiKey key) -> key.revokedAt().isPresent())
                    .thenComparing(Comparator.comparing(ApiKey::createdAt).reversed());

    private final InMemoryTable<ApiKeyId, ApiKey> rows;
    private final InMemoryTable<ApiKeyId, ApiKey.Use> uses;

    public InMemoryApiKeys(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
        this.uses = unitOfWork.table();
    }

    @Override
    public Uni<List<ApiKey>> all(int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .map(this::withUse)
                                        .sorted(NEWEST_FIRST)
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<Optional<ApiKey>> find(ApiKeyId id) {
        return Uni.createFrom().item(() -> rows.get(id).map(this::withUse));
    }

    @Override
    public Uni<Optional<ApiKey>> lock(ApiKeyId id) {
        return find(id);
    }

    @Override
    public Uni<Long> countOpen(Instant now) {
        return Uni.createFrom().item(() -> (long) rows.where(key -> key.isOpen(now)).size());
    }

    @Override
    public Uni<Void> add(ApiKey key) {
        return save(key);
    }

    @Override
    public Uni<Void> save(ApiKey key) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(key.id(), key));
    }

    @Override
    public Uni<Void> note(ApiKeyId id, ApiKey.Use use) {
        return Uni.createFrom().voidItem().invoke(() -> write(id, use));
    }

    private void write(ApiKeyId id, ApiKey.Use use) {
        Instant since = use.at().minus(Duration.ofMinutes(1));
        if (uses.get(id).filter(last -> last.at().isAfter(since)).isEmpty()) {
            uses.put(id, use);
        }
    }

    private ApiKey withUse(ApiKey key) {
        return new ApiKey(
                key.id(),
                key.terms(),
                key.secrets(),
                key.createdBy(),
                key.createdAt(),
                key.revokedAt(),
                uses.get(key.id()),
                key.version());
    }
}
