package io.cybervpn.infrastructure.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What {@code ./cybervpn doctor} finds, in a world that is there and in one that is not. */
@QuarkusTest
class DoctorTest {
    private static final List<String> NAMES =
            List.of(
                    "quarkus.datasource.jdbc.url",
                    "quarkus.datasource.username",
                    "quarkus.datasource.password",
                    "quarkus.redis.hosts",
                    "cybervpn.panel.url",
                    "cybervpn.cryptobot.url",
                    "cybervpn.cryptobot.token",
                    "cybervpn.stripe.url",
                    "cybervpn.stripe.secret-key");

    @Inject Config config;

    @Test
    void where_everything_is_there_nothing_is_found() {
        assertThat(Surroundings.check(world(), Clock.systemUTC()))
                .filteredOn(finding -> finding.weight() != Finding.Weight.ADVICE)
                .isEmpty();
    }

    @Test
    void a_wrong_clock_is_found() {
        assertThat(
                        Surroundings.check(
                                world(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3))))
                .extracting(Finding::text)
                .anyMatch(text -> text.contains("clock"));
    }

    @Test
    void where_nothing_is_there_each_part_is_a_line_and_the_code_is_not_zero() throws IOException {
        Settings nowhere =
                Doctor.settings(
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "jdbc:postgresql://127.0.0.1:9/none",
                                "QUARKUS_REDIS_HOSTS",
                                "redis://127.0.0.1:9",
                                "CYBERVPN_PANEL_URL",
                                "http://127.0.0.1:9",
                                "CYBERVPN_JWT_SECRET",
                                "short"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(Doctor.examine(nowhere, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("FAIL  PostgreSQL"))
                .anyMatch(line -> line.startsWith("FAIL  Valkey"))
                .anyMatch(line -> line.startsWith("FAIL  the panel"))
                .anyMatch(line -> line.startsWith("FAIL  cybervpn.jwt.secret"))
                .anyMatch(line -> line.startsWith("FAIL  quarkus.datasource.password"))
                .anyMatch(line -> line.startsWith("FAIL  cybervpn.panel.webhook-secret"));
    }

    private Settings world() {
        return new Settings(
                name ->
                        NAMES.contains(name)
                                ? config.getOptionalValue(name, String.class)
                                : Optional.empty());
    }
}
