package io.cybervpn.infrastructure.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Whether what the shop needs is there: database, Valkey, panel, provider, the right time. */
final class Surroundings {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final int VALKEY_PORT = 6379;

    private final Settings settings;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private Surroundings(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Blocks for some seconds at most per part. */
    static List<Finding> check(Settings settings, Clock clock) {
        Surroundings surroundings = new Surroundings(settings, clock);
        surroundings.database();
        surroundings.valkey();
        surroundings.http("cybervpn.panel.url", "the panel");
        if (settings.get("cybervpn.cryptobot.token").isPresent()) {
            surroundings.http("cybervpn.cryptobot.url", "Crypto Pay");
        }
        if (settings.get("cybervpn.stripe.secret-key").isPresent()) {
            surroundings.http("cybervpn.stripe.url", "Stripe");
        }
        if (settings.get("cybervpn.yookassa.secret-key").isPresent()) {
            surroundings.http("cybervpn.yookassa.url", "YooKassa");
        }
        if (settings.get("cybervpn.revenuecat.api-key").isPresent()) {
            surroundings.http("cybervpn.revenuecat.url", "RevenueCat");
        }
        if (settings.get("cybervpn.nalog.password").isPresent()) {
            surroundings.http("cybervpn.nalog.url", "the tax office");
        }
        if (settings.get("cybervpn.tbank.password").isPresent()) {
            surroundings.http("cybervpn.tbank.url", "T-Bank");
        }
        return List.copyOf(surroundings.findings);
    }

    private void database() {
        String url = settings.get("quarkus.datasource.jdbc.url").orElse("");
        DriverManager.setLoginTimeout((int) PATIENCE.toSeconds());
        try (Connection connection = DriverManager.getConnection(url, user(), password());
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("select clock_timestamp()")) {
            now.next();
            clock(now.getObject(1, OffsetDateTime.class).toInstant());
            migrations(url);
        } catch (SQLException failure) {
            fail(
                    "PostgreSQL does not let the shop in ("
                            + String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
                            + "): check quarkus.datasource.*");
        }
    }

    private void clock(Instant theirs) {
        Duration apart = Duration.between(theirs, clock.instant()).abs();
        if (apart.compareTo(CLOCK_TOLERANCE) > 0) {
            fail(
                    "this machine's clock and the database's are "
                            + apart.toSeconds()
                            + " s apart: set them by NTP");
        }
    }

    private void migrations(String url) {
        try {
            int pending =
                    Flyway.configure()
                            .dataSource(url, user(), password())
                            .outOfOrder(true)
                            .load()
                            .info()
                            .pending()
                            .length;
            if (pending > 0) {
                findings.add(
                        Finding.advice(
                                pending + " migrations are pending: the next start applies them"));
            }
        } catch (FlywayException failure) {
            fail("the migrations cannot be read: " + failure.getMessage());
        }
    }

    private void valkey() {
        URI uri = URI.create(settings.get("quarkus.redis.hosts").orElse("redis://localhost"));
        int port = uri.getPort() < 0 ? VALKEY_PORT : uri.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(Optional.ofNullable(uri.getHost()).orElse(""), port),
                    (int) PATIENCE.toMillis());
        } catch (IOException failure) {
            fail("Valkey is not there: check quarkus.redis.hosts; limits would be counted locally");
        }
    }

    /** Any answer will do: whether the token is right is seen at work. */
    private void http(String name, String what) {
        Optional<String> url = settings.get(name);
        if (url.isEmpty()) {
            return;
        }
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url.get()))
                            .timeout(PATIENCE)
                            // The panel hangs up on whom no proxy announces.
                            .header("X-Forwarded-For", "127.0.0.1")
                            .header("X-Forwarded-Proto", "https")
                            .build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 500) {
                fail(what + " answers with " + status + ": look at it, or at " + name);
            }
        } catch (IOException | IllegalArgumentException failure) {
            fail(what + " does not answer: check " + name);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String user() {
        return settings.get("quarkus.datasource.username").orElse("");
    }

    private String password() {
        return settings.get("quarkus.datasource.password").orElse("");
    }

    private void fail(String text) {
        findings.add(Finding.failure(text));
    }
}
