package io.cybervpn.infrastructure.provisioning.valkey;

import io.cybervpn.application.provisioning.LinkFile;
import io.cybervpn.application.provisioning.port.LinkCache;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hash per link: its epoch and its answers by variant. An eviction removes the hash; whoever
 * began before finds another epoch, or none, and keeps nothing. When Valkey does not answer at once
 * it is left alone for some seconds, and links are answered without.
 */
@Singleton
final class ValkeyLinkCache implements LinkCache {
    private static final String PREFIX = "cybervpn:link:";

    private static final String BEGIN =
            """
            local epoch = redis.call('HGET', KEYS[1], 'e')
            if not epoch then
                epoch = ARGV[1]
                redis.call('HSET', KEYS[1], 'e', epoch)
                redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            return epoch""";

    /** A link with too many variants begins anew: most of them are old. */
    private static final String PUT =
            """
            if redis.call('HGET', KEYS[1], 'e') ~= ARGV[1] then return 0 end
            if redis.call('HLEN', KEYS[1]) > tonumber(ARGV[4]) then
                redis.call('DEL', KEYS[1])
                redis.call('HSET', KEYS[1], 'e', ARGV[1])
            end
            redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
            if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[5]) then
                redis.call('PEXPIRE', KEYS[1], ARGV[5])
            end
            return 1""";

    private static final int VARIANTS_MAX = 64;

    /** Longer than any answer takes. */
    private static final Duration BEGUN = Duration.ofMinutes(2);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource valkey;
    private final Clock clock;
    private final Duration patienceOfEvictions;
    private final Patience patience;

    @Inject
    ValkeyLinkCache(ReactiveRedisDataSource valkey, Clock clock, ValkeySettings settings) {
        this.valkey = valkey;
        this.clock = clock;
        this.patienceOfEvictions = settings.patience().multipliedBy(10);
        this.patience =
                new Patience(settings, LEFT_ALONE, "links are answered without their cache");
    }

    @Override
    public Uni<Optional<LinkFile>> find(String tokenHash, String first, String second) {
        return patience.ask(
                () -> valkey.execute("HMGET", PREFIX + tokenHash, first, second).map(this::found),
                () -> Uni.createFrom().item(Optional.empty()));
    }

    private Optional<LinkFile> found(Response answer) {
        long now = clock.millis();
        return file(answer.get(0), now).or(() -> file(answer.get(1), now));
    }

    private static Optional<LinkFile> file(@Nullable Response text, long now) {
        return text == null ? Optional.empty() : LinkFileText.read(text.toBytes(), now);
    }

    @Override
    public Uni<String> begin(String tokenHash) {
        return patience.ask(
                () ->
                        valkey.execute(
                                        "EVAL",
                                        BEGIN,
                                        "1",
                                        PREFIX + tokenHash,
                                        UUID.randomUUID().toString(),
                                        String.valueOf(BEGUN.toMillis()))
                                .map(Response::toString),
                () -> Uni.createFrom().item(""));
    }

    @Override
    public Uni<Void> put(Slot slot, LinkFile file, Duration fresh) {
        if (slot.epoch().isEmpty() || !fresh.isPositive()) {
            return Uni.createFrom().voidItem();
        }
        String text = LinkFileText.write(file, clock.millis() + fresh.toMillis());
        return patience.ask(
                () ->
                        valkey.execute(
                                        "EVAL",
                                        PUT,
                                        "1",
                                        PREFIX + slot.tokenHash(),
                                        slot.epoch(),
                                        slot.variant(),
                                        text,
                                        String.valueOf(VARIANTS_MAX),
                                        String.valueOf(fresh.toMillis()))
                                .replaceWithVoid(),
                () -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> evict(Set<String> tokenHashes) {
        if (tokenHashes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] keys = tokenHashes.stream().map(PREFIX::concat).toArray(String[]::new);
        return Uni.createFrom()
                .deferred(() -> valkey.execute("UNLINK", keys))
                .ifNoItem()
                .after(patienceOfEvictions)
                .fail()
                .replaceWithVoid();
    }
}
