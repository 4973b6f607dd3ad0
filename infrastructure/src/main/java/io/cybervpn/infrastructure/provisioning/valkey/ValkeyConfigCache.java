package io.cybervpn.infrastructure.provisioning.valkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.ConfigFile;
import io.cybervpn.application.provisioning.port.ConfigCache;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Keeps configurations in Valkey. Any trouble with it is a miss, and a quick one. */
@Singleton
final class ValkeyConfigCache implements ConfigCache {
    private static final Logger LOG = Logger.getLogger(ValkeyConfigCache.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final ReactiveValueCommands<String, String> values;
    private final ObjectMapper json;

    @Inject
    ValkeyConfigCache(ReactiveRedisDataSource valkey, ObjectMapper json) {
        this.values = valkey.value(String.class);
        this.json = json;
    }

    @Override
    public Uni<Optional<ConfigFile>> find(String key) {
        return Uni.createFrom()
                .deferred(() -> values.get(hashed(key)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(text -> Optional.ofNullable(text).map(this::read))
                .onFailure()
                .invoke(ValkeyConfigCache::note)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Void> put(String key, ConfigFile file, Duration ttl) {
        return Uni.createFrom()
                .deferred(() -> values.setex(hashed(key), ttl.toSeconds(), write(file)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(ValkeyConfigCache::note)
                .onFailure()
                .recoverWithNull();
    }

    private ConfigFile read(String text) {
        try {
            return json.readValue(text, CachedConfigJson.class).file();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a cached configuration is unreadable", failure);
        }
    }

    private String write(ConfigFile file) {
        try {
            return json.writeValueAsString(CachedConfigJson.of(file));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a configuration cannot be cached", failure);
        }
    }

    /** Only the kind of trouble: a message could quote the configuration. */
    private static void note(Throwable failure) {
        LOG.debugf("no cache for configurations: %s", failure.getClass().getSimpleName());
    }

    /** The key names client and device, which are nobody's business there. */
    private static String hashed(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return "cybervpn:config:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
