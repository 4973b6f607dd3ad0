package io.cybervpn.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged shop as a process of its own. Its pid file tells the next starter what a killed one
 * left behind.
 */
public final class ShopProcess implements AutoCloseable {

    private static final String JAVA_OPTS = "CYBERVPN_JAVA_OPTS";

    /** Beside quarkus-run.jar, put there by the build. */
    private static final String JVM_OPTIONS = "jvm.options";

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final Settings settings;

    private ShopProcess(Process process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /**
     * What to run.
     *
     * @param program quarkus-run.jar of the packaged shop, or its native executable
     * @param port where it will listen
     * @param environment its variables, all of them but the port
     * @param files the folder for {@code shop.log} and {@code shop.pid}, which is also its working
     *     folder
     */
    public record Settings(Path program, int port, Map<String, String> environment, Path files) {

        /** Copies. */
        public Settings {
            program = program.toAbsolutePath().normalize();
            environment = Map.copyOf(environment);
        }

        Path log() {
            return files.resolve("shop.log");
        }

        Path pidFile() {
            return files.resolve("shop.pid");
        }
    }

    /**
     * Starts the process and returns at once; the log of the run before is kept as {@code
     * shop.log.1}.
     */
    public static ShopProcess start(Settings settings) {
        try {
            Files.createDirectories(settings.files());
            if (Files.exists(settings.log())) {
                Path old = settings.files().resolve("shop.log.1");
                Files.move(settings.log(), old, StandardCopyOption.REPLACE_EXISTING);
            }
            var builder =
                    new ProcessBuilder(Processes.apart(command(settings)))
                            .directory(settings.files().toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(settings.log().toFile());
            builder.environment().clear();
            builder.environment().putAll(settings.environment());
            builder.environment().remove(JAVA_OPTS);
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(settings.port()));
            Process process = builder.start();
            Files.writeString(settings.pidFile(), Long.toString(process.pid()));
            return new ShopProcess(process, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + settings.program(), e);
        }
    }

    private static List<String> command(Settings settings) {
        if (!settings.program().toString().endsWith(".jar")) {
            return List.of(settings.program().toString());
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx256m"));
        command.add("@" + settings.program().resolveSibling(JVM_OPTIONS));
        Path cache = settings.program().resolveSibling(Training.CACHE);
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        String more = settings.environment().getOrDefault(JAVA_OPTS, "");
        command.addAll(more.isBlank() ? List.of() : List.of(more.strip().split("\\s+")));
        command.addAll(List.of("-jar", settings.program().toString()));
        return command;
    }

    /**
     * Returns when the shop says that it is ready.
     *
     * @throws IllegalStateException with the end of its log when it ended, or is not ready in time
     */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (var http = HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build()) {
            while (!ready(http)) {
                if (Processes.gone(process.toHandle(), POLL) || System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "The shop did not become ready; the end of "
                                    + settings.log()
                                    + ":\n"
                                    + Processes.tail(settings.log()));
                }
            }
        }
    }

    private boolean ready(HttpClient http) {
        var probe = HttpRequest.newBuilder(url().resolve("/q/health/ready")).timeout(PROBE_TIMEOUT);
        try {
            return http.send(probe.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    /** Where it answers on this machine. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + settings.port());
    }

    /** Of the Java process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process lives. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Its exit code, when it has one. */
    int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    /** The crash: kill -9; returns when the process is gone. */
    public void kill() {
        Processes.stop(process.toHandle(), "KILL", STOP_PATIENCE);
    }

    /**
     * Ends it in order, by force only after 20 s; returns when the process is gone. May be called
     * again.
     */
    @Override
    public void close() {
        close(STOP_PATIENCE);
    }

    /** The same with another patience. */
    void close(Duration patience) {
        Processes.stop(process.toHandle(), "TERM", patience);
        try {
            Files.deleteIfExists(settings.pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
