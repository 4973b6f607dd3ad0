package io.cybervpn.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a process, with a stand-in for the shop: what it starts, tells, stops and finds
 * again.
 */
class LauncherTest {

    @TempDir static Path folder;

    private final int port = Ports.free();
    private final List<ProcessHandle> started = new ArrayList<>();

    @BeforeAll
    static void pack() throws IOException {
        FakeShop.packInto(folder.resolve("programs"));
    }

    @BeforeEach
    void forget() throws IOException {
        Files.deleteIfExists(data("end.txt"));
    }

    @AfterEach
    void end() {
        started.forEach(handle -> Processes.stop(handle, "KILL", Duration.ofSeconds(5)));
    }

    @Test
    void it_tells_where_everything_is_and_stops_the_shop_before_its_servers() throws Exception {
        Process launcher = launch(Map.of());
        String screen = readUntil(launcher, "Ctrl-C stops everything");

        assertThat(screen)
                .contains("http://localhost:" + port + "/q/swagger-ui")
                .contains("/_sandbox")
                .contains("admin@cybervpn.example  " + secret("admin-password"))
                .contains("./cybervpn demo");
        assertThat(given("QUARKUS_DATASOURCE_JDBC_URL"))
                .isEqualTo("jdbc:" + given("QUARKUS_DATASOURCE_REACTIVE_URL"));
        assertThat(given("CYBERVPN_JWT_SECRET")).hasSizeGreaterThan(32);
        assertThat(given("CYBERVPN_CRYPTOBOT_TOKEN")).matches("\\d+:\\S{30,}");

        stop(launcher);

        assertThat(Files.readString(data("end.txt"))).isEqualTo("true true");
        assertThat(postgresPid()).isEmpty();
        assertThat(data("running.properties")).doesNotExist();
    }

    @Test
    void after_its_own_kill_the_next_start_adopts_postgres_and_replaces_the_rest()
            throws Exception {
        Process first = launch(Map.of());
        readUntil(first, "Ctrl-C stops everything");
        long postgres = postgresPid().orElseThrow().pid();
        ProcessHandle shop = leftShop();
        first.destroyForcibly().waitFor();
        assertThat(shop.isAlive()).isTrue();

        Process second = launch(Map.of());
        String screen = readUntil(second, "Ctrl-C stops everything");

        assertThat(screen).contains("left over");
        assertThat(shop.isAlive()).isFalse();
        assertThat(postgresPid().orElseThrow().pid()).isEqualTo(postgres);
        stop(second);
        assertThat(postgresPid()).isEmpty();
    }

    @Test
    void a_second_one_on_the_same_data_says_so_and_touches_nothing() throws Exception {
        Process first = launch(Map.of());
        readUntil(first, "Ctrl-C stops everything");

        Process second = launch(Map.of());
        String screen = readUntil(second, "already runs");

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(screen).contains("CYBERVPN_DATA");
        assertThat(leftShop().isAlive()).isTrue();
        stop(first);
    }

    @Test
    void a_taken_port_is_one_clear_sentence() throws Exception {
        try (var other = new ServerSocket(port, 1, Ports.LOOPBACK)) {
            Process launcher = launch(Map.of());
            String screen = new String(launcher.getInputStream().readAllBytes());
            assertThat(launcher.waitFor()).isEqualTo(1);
            assertThat(screen)
                    .contains("Port " + other.getLocalPort() + " is taken by another program")
                    .contains("CYBERVPN_PORT=");
        }
    }

    @Test
    void servers_that_are_configured_are_used_and_none_is_started() throws Exception {
        Process launcher =
                launch(
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                        "jdbc:postgresql://db.example:5432/shop",
                                "QUARKUS_REDIS_HOSTS", "redis://redis.example:6379",
                                "CYBERVPN_PANEL_URL", "https://panel.example",
                                "CYBERVPN_CRYPTOBOT_TOKEN", "1:A"));
        String screen = readUntil(launcher, "Ctrl-C stops everything");

        assertThat(screen).doesNotContain("_sandbox");
        assertThat(given("QUARKUS_DATASOURCE_REACTIVE_URL"))
                .isEqualTo("postgresql://db.example:5432/shop");
        assertThat(given("CYBERVPN_PANEL_URL")).isEqualTo("https://panel.example");
        assertThat(given("CYBERVPN_PANEL_TOKEN")).isEqualTo("null");
        assertThat(postgresPid()).isEmpty();
        assertThat(launcher.toHandle().children()).hasSize(1);
        stop(launcher);
    }

    private Process launch(Map<String, String> variables) throws IOException {
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName())
                        .redirectErrorStream(true);
        builder.environment().put("CYBERVPN_DATA", folder.resolve("data").toString());
        builder.environment().put("CYBERVPN_PROGRAMS", folder.resolve("programs").toString());
        builder.environment().put("CYBERVPN_PORT", Integer.toString(port));
        builder.environment().putAll(variables);
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private static String readUntil(Process process, String mark) throws IOException {
        var screen = new StringBuilder();
        var lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            screen.append(line).append('\n');
            if (line.contains(mark)) {
                return screen.toString();
            }
        }
        throw new AssertionError("No \"" + mark + "\" in:\n" + screen);
    }

    private static void stop(Process launcher) throws InterruptedException {
        launcher.destroy();
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Path data(String name) {
        return folder.resolve("data").resolve(name);
    }

    private static String secret(String name) throws IOException {
        return Files.readString(data("secrets").resolve(name));
    }

    private static String given(String name) {
        var variables = new Properties();
        try (var in = Files.newBufferedReader(data("given.txt"))) {
            variables.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.valueOf(variables.getProperty(name));
    }

    private static Optional<ProcessHandle> postgresPid() {
        Path cluster = data("postgres").resolve("cluster");
        return Processes.fromPidFile(cluster.resolve("postmaster.pid"), cluster.toString());
    }

    private static ProcessHandle leftShop() {
        return Processes.fromPidFile(data("shop.pid"), "quarkus-run.jar").orElseThrow();
    }
}
