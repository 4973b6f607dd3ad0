package io.cybervpn.presentation.shared;

import io.cybervpn.dev.EmbeddedPostgres;
import io.cybervpn.dev.EmbeddedRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The world of every test in this module: one PostgreSQL, one Redis, one application instance. */
@QuarkusTestResource(ShopWorld.class)
public final class ShopWorld implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN_EMAIL = "admin@shop.test";
    public static final String ADMIN_PASSWORD = "a-long-password-of-a-test-admin";

    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    @Override
    public Map<String, String> start() {
        Path data = freshFolder();
        postgres =
                EmbeddedPostgres.start(
                                data.resolve("postgres"), EmbeddedPostgres.Settings.throwaway())
                        .stoppingWithJvm();
        redis = EmbeddedRedis.start(data.resolve("redis")).stoppingWithJvm();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.username", postgres.username());
        settings.put("quarkus.datasource.password", postgres.password());
        settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl());
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        settings.put("quarkus.redis.hosts", redis.url());
        settings.put("quarkus.http.test-port", "0");
        settings.put("cybervpn.jwt.secret", "a-secret-of-the-tests-0123456789-0123456789");
        settings.put("cybervpn.admin.email", ADMIN_EMAIL);
        settings.put("cybervpn.admin.password", ADMIN_PASSWORD);
        return settings;
    }

    @Override
    public void stop() {
        redis.close();
        postgres.close();
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "world").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
