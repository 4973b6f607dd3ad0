package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two commands of the README as they run from a terminal: the launcher with everything, and the
 * demo beside it.
 */
class DemoTest {

    /** Kept after a failure: the logs of the shop tell why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final int port = Town.freePorts(1).getFirst();

    @Test
    @Timeout(300)
    void the_demo_sells_a_subscription_twice_with_a_restart_in_between() throws Exception {
        sellOnce();
        sellOnce();
    }

    private void sellOnce() throws Exception {
        Process launcher = run("io.cybervpn.dev.Launcher");
        try {
            readUntil(launcher, "Next: ");
            Process demo = run("io.cybervpn.dev.Demo");
            String screen =
                    new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(demo.waitFor()).as(screen).isZero();
            assertThat(screen).contains("the books balance").contains("vless://");
            assertThat(shell("audit", "verify")).contains("The audit trail is whole");
            assertThat(shell("prove")).contains("PROVEN.").contains("provider:cryptobot");
            assertThat(shell("secrets", "status")).contains("under the newest key");
        } finally {
            launcher.destroy();
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("data/shop.pid")).doesNotExist();
        assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
    }

    private Process run(String main) throws IOException {
        var builder =
                new ProcessBuilder(
                                java(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main)
                        .redirectErrorStream(true);
        builder.environment().put("CYBERVPN_DATA", folder.resolve("data").toString());
        builder.environment().put("CYBERVPN_PROGRAMS", Town.PROGRAMS.toString());
        builder.environment().put("CYBERVPN_PORT", Integer.toString(port));
        return builder.start();
    }

    /** A command beside the running shop, as {@code ./cybervpn} calls it. */
    private String shell(String... words) throws Exception {
        var command = new ArrayList<>(List.of(java(), "-Xmx256m", "-jar"));
        command.add(Town.PROGRAMS.resolve("quarkus-app").resolve("quarkus-run.jar").toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.redirectError(folder.resolve("shell.log").toFile());
        for (String line : Files.readAllLines(folder.resolve("data/shop.env"))) {
            int middle = line.indexOf('=');
            builder.environment().put(line.substring(0, middle), line.substring(middle + 1));
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void readUntil(Process process, String mark) throws IOException {
        var screen = new StringBuilder();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            screen.append(line).append('\n');
            if (line.startsWith(mark)) {
                return;
            }
        }
        throw new AssertionError("No \"" + mark + "\" in:\n" + screen);
    }
}
