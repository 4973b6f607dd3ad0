package io.cybervpn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a script of the folder {@code clients}, whose packages {@code npm install} brings there. */
public final class NodeClient {

    private static final Path FOLDER = Path.of("clients").toAbsolutePath();

    private NodeClient() {}

    /** Skips the test where the package is not installed; fails with what the script says. */
    public static String run(String pkg, String script, String... arguments) {
        assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules").resolve(pkg)),
                "npm install has not been run in infra/sandbox/clients");
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        try {
            Path said = Files.createTempFile("client", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .directory(FOLDER.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroy();
            String text = Files.readString(said);
            Files.delete(said);
            assertThat(ended && process.exitValue() == 0).as(text).isTrue();
            return text;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
