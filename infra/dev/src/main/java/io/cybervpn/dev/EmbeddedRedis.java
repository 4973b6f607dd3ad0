package io.cybervpn.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Redis server on a free port of the loopback interface behind a random password. Keeps its
 * data in the folder between runs (a snapshot at the end and each minute). One left over by a
 * killed owner is replaced.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final int PORT_TRIES_MAX = 3;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration READY_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(15);

    private final ProcessHandle server;
    private final int port;
    private final String password;

    private EmbeddedRedis(ProcessHandle server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of this folder, ending one that a killed owner left there, and returns when
     * it answers.
     *
     * @throws IllegalStateException with the server's own words when it does not start
     */
    public static EmbeddedRedis start(Path dataDir) {
        Path home = dataDir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            endLeftOver(home);
            return started(home, Binaries.ofUser(Unprivileged.NOT_NEEDED).redis());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep Redis's data in " + home, e);
        }
    }

    private static void endLeftOver(Path home) {
        Processes.fromPidFile(home.resolve("redis.pid"), home.resolve("redis.conf").toString())
                .ifPresent(left -> Processes.stop(left, "TERM", STOP_PATIENCE));
    }

    private static EmbeddedRedis started(Path home, Path program) throws IOException {
        Path log = home.resolve("redis.log");
        Files.deleteIfExists(log);
        String password = Secrets.keptIn(home.resolve("password"), 24);
        for (int i = 0; i < PORT_TRIES_MAX; i++) {
            int port = Ports.free();
            Path conf = home.resolve("redis.conf");
            Secrets.write(conf, configuration(home, port, password));
            Process process =
                    new ProcessBuilder(
                                    Processes.apart(List.of(program.toString(), conf.toString())))
                            .directory(home.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            var redis = new EmbeddedRedis(process.toHandle(), port, password);
            if (redis.becomesReady()) {
                return redis;
            }
        }
        throw new IllegalStateException("Redis does not start:\n" + Processes.tail(log));
    }

    private static String configuration(Path home, int port, String password) {
        return String.join(
                "\n",
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "requirepass " + password,
                        "dir \"" + home + "\"",
                        "pidfile \"" + home.resolve("redis.pid") + "\"",
                        "save 60 1",
                        "appendonly no",
                        "daemonize no",
                        // Its own title would hide the path by which a left-over server is
                        // recognised.
                        "set-proc-title no",
                        ""));
    }

    private boolean becomesReady() {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (answers()) {
                return true;
            }
            if (Processes.gone(server, POLL)) {
                return false;
            }
        }
        close();
        return false;
    }

    private boolean answers() {
        try (var socket = new Socket(Ports.LOOPBACK, port)) {
            socket.setSoTimeout(2_000);
            byte[] ask = ("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(ask);
            String answer =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return answer.equals("+OK\r\n+PONG\r\n");
        } catch (IOException e) {
            return false;
        }
    }

    /** Also stops when this JVM ends in order; for owners that cannot promise to close. */
    public EmbeddedRedis stoppingWithJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-redis"));
        return this;
    }

    /** On 127.0.0.1; another one after each start. */
    public int port() {
        return port;
    }

    /** With the password inside, as Quarkus wants it. */
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    /** Of the server. */
    public long pid() {
        return server.pid();
    }

    /** Saves and returns when the server is gone. May be called again. */
    @Override
    public void close() {
        Processes.stop(server, "TERM", STOP_PATIENCE);
    }
}
