package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.dev.EmbeddedPostgres;
import io.cybervpn.dev.EmbeddedRedis;
import io.cybervpn.dev.ShopProcess;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A world for the packaged shop as it is shipped: real servers, a sandbox, and any number of shop
 * processes.
 */
final class Town implements AutoCloseable {

    static final Path PROGRAMS =
            Path.of("..", "..", "presentation", "target").toAbsolutePath().normalize();
    static final String ADMIN_EMAIL = "admin@cybervpn.example";
    static final String ADMIN_PASSWORD = "an-admin-of-this-test-only";
    private static final Duration READY = Duration.ofSeconds(90);

    private final Path folder;
    private EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final SandboxWorld sandbox;
    private final List<Integer> ports;
    private final Map<Integer, ShopProcess> shops = new HashMap<>();

    /**
     * A town whose shops do not run yet.
     *
     * @param webhooks whether the sandboxes tell the first shop what happens
     */
    Town(Path folder, int shops, boolean webhooks) {
        this.folder = folder;
        this.ports = freePorts(shops);
        this.postgres = database(Map.of());
        this.redis = EmbeddedRedis.start(folder.resolve("redis")).stoppingWithJvm();
        this.sandbox = SandboxWorld.start(settings(webhooks), patient());
    }

    /** Waits for the disk as a shop owner's does: what it acknowledged survives it. */
    private EmbeddedPostgres database(Map<String, String> more) {
        return EmbeddedPostgres.start(
                        folder.resolve("postgres"), new EmbeddedPostgres.Settings(true, more))
                .stoppingWithJvm();
    }

    /** Ends the database under the running shops and starts it again at the same address. */
    void restartDatabase() {
        String port = Integer.toString(postgres.port());
        postgres.close();
        postgres = database(Map.of("port", port));
    }

    private SandboxSettings settings(boolean webhooks) {
        if (!webhooks) {
            return SandboxSettings.free();
        }
        String url = url(0) + "/api/v1/webhooks/";
        return SandboxSettings.free()
                .withPanelWebhooks(url + "remnawave")
                .withCryptoPayWebhooks(url + "cryptobot");
    }

    /** Webhooks come again for half a minute: longer than a shop takes to come back. */
    private static SandboxTempo patient() {
        var pauses = Collections.nCopies(60, Duration.ofMillis(500));
        return new SandboxTempo(pauses, pauses, Duration.ZERO, Duration.ZERO);
    }

    /** Starts the shop with this number and returns when it is ready. */
    ShopProcess start(int number) {
        return start(number, Map.of());
    }

    /** The same with settings of its own. */
    ShopProcess start(int number, Map<String, String> own) {
        Map<String, String> environment = environment();
        environment.putAll(own);
        ShopProcess shop =
                ShopProcess.start(
                        new ShopProcess.Settings(
                                PROGRAMS.resolve("quarkus-app").resolve("quarkus-run.jar"),
                                ports.get(number),
                                environment,
                                folder.resolve("shop-" + number)));
        shops.put(number, shop);
        shop.awaitReady(READY);
        return shop;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
        all.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        all.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl());
        all.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
        all.put("QUARKUS_REDIS_HOSTS", redis.url());
        all.put("CYBERVPN_PUBLIC_URL", url(0).toString());
        all.put("CYBERVPN_JWT_SECRET", "a-secret-of-this-test-only-0123456789abcdef");
        all.put("CYBERVPN_SECRETS_KEYS", "t1:" + "0123456789abcdef".repeat(4));
        all.put("CYBERVPN_AUDIT_KEYS", "t1:" + "fedcba9876543210".repeat(4));
        all.put("CYBERVPN_TRIALS_KEYS", "t1:" + "0f1e2d3c4b5a6978".repeat(4));
        all.put("CYBERVPN_PANEL_URL", sandbox.panelUrl().toString());
        all.put("CYBERVPN_PANEL_TOKEN", SandboxSettings.PANEL_TOKEN);
        all.put("CYBERVPN_PANEL_WEBHOOK_SECRET", SandboxSettings.PANEL_WEBHOOK_SECRET);
        all.put("CYBERVPN_CRYPTOBOT_URL", sandbox.cryptoPayUrl().toString());
        all.put("CYBERVPN_CRYPTOBOT_TOKEN", SandboxSettings.CRYPTO_PAY_TOKEN);
        all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        all.put("QUARKUS_MAILER_PORT", String.valueOf(sandbox.mails().port()));
        all.put("CYBERVPN_ADMIN_EMAIL", ADMIN_EMAIL);
        all.put("CYBERVPN_ADMIN_PASSWORD", ADMIN_PASSWORD);
        all.put("CYBERVPN_LOG_JSON", "false");
        // All its people come from one address.
        for (String route : new String[] {"AUTH", "READ", "WRITE", "WEBHOOK", "ADMIN"}) {
            all.put("CYBERVPN_RATE_" + route + "_PER_ADDRESS", "1000000");
            all.put("CYBERVPN_RATE_" + route + "_PER_CREDENTIAL", "1000000");
        }
        return all;
    }

    URI url(int number) {
        return URI.create("http://127.0.0.1:" + ports.get(number));
    }

    SandboxWorld sandbox() {
        return sandbox;
    }

    Books books() {
        return new Books(postgres);
    }

    /** Closes all, also after a test that ran out of time and one part that does not want to. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        List<Runnable> closings = new ArrayList<>();
        shops.values().forEach(shop -> closings.add(shop::close));
        closings.addAll(List.of(sandbox::close, redis::close, () -> postgres.close()));
        var failures = closings.stream().flatMap(closing -> failure(closing).stream()).toList();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        assertThat(failures).isEmpty();
    }

    private static Optional<RuntimeException> failure(Runnable closing) {
        try {
            closing.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    static List<Integer> freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
            }
            var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
