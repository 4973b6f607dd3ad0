package io.cybervpn.dev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the packaged shop once, against servers of its own, while its JVM records what a start loads
 * and links: the AOT cache of JDK 25 (JEP 483, 514) beside the program, with which later starts
 * take a quarter of the CPU. Without the cache, or with one of another build, everything works and
 * starts slower.
 */
public final class Training {
    /** The cache's name beside quarkus-run.jar. */
    static final String CACHE = "app.aot";

    /** The JVM writes the cache after the program has ended. */
    private static final Duration WRITE_PATIENCE = Duration.ofMinutes(2);

    /**
     * Without C2: replayed, its compilations of this short run would take as much CPU of a start as
     * all of the rest, before it is known what is hot. Later runs still compile with C2 what is,
     * but for small methods that the recording saw compiled by C1: they stay so. Password hashing
     * consists of them and would be three times as slow for ever, so it is not compiled here at
     * all.
     */
    private static final String RECORDING =
            "-XX:TieredStopAtLevel=1 -XX:CompileCommand=quiet"
                    + " -XX:CompileCommand=exclude,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*"
                    + " -XX:AOTCacheOutput=";

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final List<String> WORK =
            List.of("/api/v1/plans", "/q/openapi", "/q/health", "/q/metrics", "/api/v1/me");

    private Training() {}

    /** Takes quarkus-run.jar and a folder that may be filled and is left behind. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path program = Path.of(args[0]).toAbsolutePath();
        Path folder = Path.of(args[1]);
        Path cache = program.resolveSibling(CACHE);
        Files.deleteIfExists(cache);
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(
                                        folder.resolve("postgres"),
                                        EmbeddedPostgres.Settings.throwaway())
                                .stoppingWithJvm();
                EmbeddedRedis redis =
                        EmbeddedRedis.start(folder.resolve("redis")).stoppingWithJvm()) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.putAll(environment(postgres, redis));
            environment.put("CYBERVPN_JAVA_OPTS", RECORDING + cache);
            run(
                    new ShopProcess.Settings(
                            program, Ports.free(), environment, folder.resolve("shop")));
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the JVM wrote no " + cache);
        }
    }

    private static void run(ShopProcess.Settings settings)
            throws IOException, InterruptedException {
        ShopProcess shop = ShopProcess.start(settings);
        // Ctrl-C ends this JVM alone: what it started is in sessions of its own.
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "stop-shop"));
        try {
            shop.awaitReady(START_PATIENCE);
            work(shop.url());
        } finally {
            shop.close(WRITE_PATIENCE);
        }
    }

    private static Map<String, String> environment(EmbeddedPostgres postgres, EmbeddedRedis redis) {
        return Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", postgres.username()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", postgres.password()),
                Map.entry("QUARKUS_REDIS_HOSTS", redis.url()),
                Map.entry("CYBERVPN_JWT_SECRET", Secrets.random(32)),
                Map.entry("CYBERVPN_SECRETS_KEYS", "k1:" + Secrets.random(32)),
                Map.entry("CYBERVPN_AUDIT_KEYS", "k1:" + Secrets.random(32)),
                Map.entry("CYBERVPN_TRIALS_KEYS", "k1:" + Secrets.random(32)),
                // Starts look these accounts up: the first query and all that it loads.
                Map.entry("CYBERVPN_ADMIN_EMAIL", "admin@training.test"),
                Map.entry("CYBERVPN_ADMIN_PASSWORD", Secrets.random(16)),
                Map.entry("CYBERVPN_CRYPTOBOT_URL", "http://127.0.0.1:9"),
                Map.entry("CYBERVPN_PANEL_URL", "http://127.0.0.1:9"),
                Map.entry("CYBERVPN_PANEL_TOKEN", "none"));
    }

    private static void work(URI shop) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : WORK) {
                http.send(
                        HttpRequest.newBuilder(shop.resolve(path)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
