package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.ApiKeyUses;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.model.ApiKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One statement a minute and key from each instance, and one that changes a row from all. */
@Singleton
final class PostgresApiKeyUses implements ApiKeyUses {
    private static final Duration EACH = Duration.ofMinutes(1);
    private static final String NOTE =
            """
            update api_key set last_used_at = $2, last_used_address = $3
            where id = $1 and (last_used_at is null or last_used_at <= $4)""";

    private final Pool pool;

    /** As many as there are keys that opened something. */
    private final Map<ApiKeyId, Instant> written = new ConcurrentHashMap<>();

    @Inject
    PostgresApiKeyUses(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> note(ApiKeyId id, ApiKey.Use use) {
        Instant before = use.at().minus(EACH);
        boolean due =
                use.at()
                        .equals(
                                written.merge(
                                        id,
                                        use.at(),
                                        (last, now) -> last.isAfter(before) ? last : now));
        return due ? write(id, use, before) : Uni.createFrom().voidItem();
    }

    private Uni<Void> write(ApiKeyId id, ApiKey.Use use, Instant before) {
        return pool.preparedQuery(NOTE)
                .execute(
                        Tuple.of(
                                id.value(),
                                use.at().atOffset(ZoneOffset.UTC),
                                use.address(),
                                before.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
