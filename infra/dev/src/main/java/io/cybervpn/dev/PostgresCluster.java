package io.cybervpn.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One data folder of PostgreSQL: made once, then run or adopted. */
final class PostgresCluster {

    private static final long LOG_MAX_BYTES = 10_000_000;
    private static final int PORT_TRIES_MAX = 3;
    private static final Duration READY_PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(15);

    private final Path cluster;
    private final Path passwordFile;
    private final Path log;
    private final Path pidFile;
    private final Path program;
    private final Unprivileged way;

    PostgresCluster(Path home, Unprivileged way, Path postgres) {
        this.cluster = home.resolve("cluster");
        this.passwordFile = home.resolve("password");
        this.log = home.resolve("postgres.log");
        this.pidFile = cluster.resolve("postmaster.pid");
        this.program = postgres.resolve("bin");
        this.way = way;
    }

    /** A live server that accepts connections. */
    record Running(ProcessHandle server, int port) {}

    String password() {
        return Secrets.keptIn(passwordFile, 24);
    }

    /**
     * Makes the cluster with its database unless it is there. A crash on the way leaves nothing
     * half made.
     */
    void prepare() throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path draft = cluster.resolveSibling("cluster.new");
        Binaries.deleteTree(draft);
        Files.createDirectories(draft);
        Path pwfile =
                Files.copy(
                        written(passwordFile),
                        draft.resolveSibling("password.initdb"),
                        StandardCopyOption.REPLACE_EXISTING);
        way.own(draft);
        way.own(pwfile);
        String output = Processes.run(way.command(initdb(draft, pwfile)));
        Files.delete(pwfile);
        Path sql =
                Files.writeString(
                        cluster.resolveSibling("database.sql"),
                        "CREATE DATABASE " + EmbeddedPostgres.DATABASE);
        List<String> single =
                List.of(
                        program.resolve("postgres").toString(),
                        "--single",
                        "-D",
                        draft.toString(),
                        "postgres");
        output += Processes.run(way.command(single), ProcessBuilder.Redirect.from(sql.toFile()));
        Files.delete(sql);
        Files.writeString(log, output);
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path written(Path file) {
        if (password().isEmpty()) {
            throw new IllegalStateException(file + " is empty");
        }
        return file;
    }

    private List<String> initdb(Path folder, Path pwfile) {
        return List.of(
                program.resolve("initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + EmbeddedPostgres.USER,
                "--pwfile=" + pwfile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
    }

    /** Adopts the server of this cluster if it lives, else starts one. */
    Running run(EmbeddedPostgres.Settings settings) throws IOException {
        Optional<ProcessHandle> left = Processes.fromPidFile(pidFile, cluster.toString());
        if (left.isPresent()) {
            Optional<Running> adopted = whenReady(left.get());
            if (adopted.isPresent()) {
                return adopted.get();
            }
        }
        forgetStrangersPid();
        return started(settings);
    }

    /**
     * After a restart of the machine the pid may be another's, and PostgreSQL would refuse to start
     * for its sake.
     */
    private void forgetStrangersPid() throws IOException {
        boolean stranger =
                Processes.fromPidFile(pidFile, "").isPresent()
                        && Processes.fromPidFile(pidFile, cluster.toString()).isEmpty();
        if (stranger) {
            Files.delete(pidFile);
        }
    }

    private Running started(EmbeddedPostgres.Settings settings) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_MAX_BYTES) {
            Files.delete(log);
        }
        for (int i = 0; i < PORT_TRIES_MAX; i++) {
            Process process =
                    new ProcessBuilder(Processes.apart(way.command(server(settings, Ports.free()))))
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            Optional<Running> running = whenReady(process.toHandle());
            if (running.isPresent()) {
                return running.get();
            }
        }
        throw new IllegalStateException("PostgreSQL does not start:\n" + Processes.tail(log));
    }

    private List<String> server(EmbeddedPostgres.Settings settings, int port) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("port", Integer.toString(port));
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("max_connections", "200");
        if (!settings.durable()) {
            all.put("fsync", "off");
            all.put("synchronous_commit", "off");
            all.put("full_page_writes", "off");
        }
        all.putAll(settings.extra());
        var command =
                new ArrayList<>(
                        List.of(program.resolve("postgres").toString(), "-D", cluster.toString()));
        all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /**
     * Waits until the server says that it is ready; empty when it ended instead, as one does that
     * was stopping.
     */
    private Optional<Running> whenReady(ProcessHandle server) {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> lines = pidFileLines();
            boolean ready =
                    lines.size() >= 8
                            && lines.get(0).equals(Long.toString(server.pid()))
                            && lines.get(7).equals("ready");
            if (ready) {
                return Optional.of(new Running(server, Integer.parseInt(lines.get(3))));
            }
            if (Processes.gone(server, POLL)) {
                return Optional.empty();
            }
        }
        Processes.stop(server, "QUIT", Duration.ofSeconds(5));
        return Optional.empty();
    }

    private List<String> pidFileLines() {
        try {
            return Files.readAllLines(pidFile).stream().map(String::strip).toList();
        } catch (IOException e) {
            return List.of(); // not written yet, or removed by a server that is stopping
        }
    }
}
