package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.StorePulse;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Asks Valkey for a sign of life. */
@Singleton
final class ValkeyPulse implements StorePulse {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource valkey;

    @Inject
    ValkeyPulse(ReactiveRedisDataSource valkey) {
        this.valkey = valkey;
    }

    @Override
    public Uni<Boolean> beats() {
        return valkey.execute("PING")
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(_ -> true)
                .onFailure()
                .recoverWithItem(false);
    }
}
