package io.cybervpn.infrastructure.provisioning.valkey;

import io.cybervpn.application.provisioning.LinkFile;
import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One hash per access, by variant. Without Valkey there are no last answers. */
@Singleton
final class ValkeyLastAnswers implements LastAnswers {
    private static final String PREFIX = "cybervpn:link:last:";

    private static final String PUT =
            """
            if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0
                and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            return 1""";

    private static final int VARIANTS_MAX = 16;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource valkey;
    private final Clock clock;
    private final Patience patience;

    @Inject
    ValkeyLastAnswers(ReactiveRedisDataSource valkey, Clock clock, ValkeySettings settings) {
        this.valkey = valkey;
        this.clock = clock;
        this.patience = new Patience(settings, LEFT_ALONE, "last answers of links are not at hand");
    }

    @Override
    public Uni<Optional<LinkFile>> find(AccessId access, String variant) {
        return patience.ask(
                () -> valkey.execute("HGET", key(access), variant).map(this::file),
                () -> Uni.createFrom().item(Optional.empty()));
    }

    private Optional<LinkFile> file(@Nullable Response text) {
        return text == null ? Optional.empty() : LinkFileText.read(text.toBytes(), clock.millis());
    }

    @Override
    public Uni<Void> put(AccessId access, String variant, LinkFile file, Duration kept) {
        String text = LinkFileText.write(file, clock.millis() + kept.toMillis());
        return patience.ask(
                () ->
                        valkey.execute(
                                        "EVAL",
                                        PUT,
                                        "1",
                                        key(access),
                                        variant,
                                        text,
                                        String.valueOf(VARIANTS_MAX),
                                        String.valueOf(kept.toMillis()))
                                .replaceWithVoid(),
                () -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> forget(AccessId access) {
        return patience.ask(
                () -> valkey.execute("UNLINK", key(access)).replaceWithVoid(),
                () -> Uni.createFrom().voidItem());
    }

    private static String key(AccessId access) {
        return PREFIX + access.value();
    }
}
