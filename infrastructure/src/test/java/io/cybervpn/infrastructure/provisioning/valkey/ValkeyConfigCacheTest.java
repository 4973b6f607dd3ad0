package io.cybervpn.infrastructure.provisioning.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.ConfigFile;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A cache that is down, hangs or holds nonsense is no cache, and no outage. */
class ValkeyConfigCacheTest {
    private static final ConfigFile FILE =
            new ConfigFile("text/yaml", Map.of("profile-title", "CyberVPN"), "proxies: []");

    /** Valkey whose every command is answered by this. */
    private static ValkeyConfigCache cache(BiFunction<String, Object[], Object> commands) {
        Object values =
                Proxy.newProxyInstance(
                        ReactiveValueCommands.class.getClassLoader(),
                        new Class<?>[] {ReactiveValueCommands.class},
                        (_, method, arguments) -> commands.apply(method.getName(), arguments));
        Object valkey =
                Proxy.newProxyInstance(
                        ReactiveRedisDataSource.class.getClassLoader(),
                        new Class<?>[] {ReactiveRedisDataSource.class},
                        (_, _, _) -> values);
        return new ValkeyConfigCache((ReactiveRedisDataSource) valkey, new ObjectMapper());
    }

    private static void assertNoCacheAndNoOutage(ValkeyConfigCache cache) {
        Duration patience = Duration.ofSeconds(5);
        cache.put("key", FILE, Duration.ofSeconds(30)).await().atMost(patience);
        assertThat(cache.find("key").await().atMost(patience)).isEmpty();
    }

    @Test
    void what_was_kept_is_found_and_its_key_tells_nothing() {
        Map<String, String> stored = new ConcurrentHashMap<>();
        ValkeyConfigCache cache =
                cache(
                        (name, arguments) ->
                                name.equals("get")
                                        ? Uni.createFrom().item(() -> stored.get(arguments[0]))
                                        : Uni.createFrom()
                                                .voidItem()
                                                .invoke(
                                                        () ->
                                                                stored.put(
                                                                        (String) arguments[0],
                                                                        (String) arguments[2])));

        cache.put("device-1 of a customer", FILE, Duration.ofSeconds(30)).await().indefinitely();

        assertThat(cache.find("device-1 of a customer").await().indefinitely()).contains(FILE);
        assertThat(cache.find("another").await().indefinitely()).isEmpty();
        assertThat(stored.keySet()).noneMatch(key -> key.contains("device-1"));
    }

    @Test
    void a_cache_that_is_down_holds_nothing() {
        assertNoCacheAndNoOutage(
                cache((_, _) -> Uni.createFrom().failure(new IllegalStateException("refused"))));
        assertNoCacheAndNoOutage(
                cache(
                        (_, _) -> {
                            throw new IllegalStateException("no connection");
                        }));
    }

    @Test
    void a_cache_that_hangs_is_not_waited_for() {
        assertNoCacheAndNoOutage(cache((_, _) -> Uni.createFrom().nothing()));
    }

    @Test
    void a_cache_that_holds_nonsense_holds_nothing() {
        assertNoCacheAndNoOutage(
                cache(
                        (name, _) ->
                                name.equals("get")
                                        ? Uni.createFrom().item("nonsense")
                                        : Uni.createFrom().voidItem()));
    }
}
