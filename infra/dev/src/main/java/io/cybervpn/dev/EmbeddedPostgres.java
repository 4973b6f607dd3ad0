package io.cybervpn.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL server on a free port of the loopback interface, its data in one folder.
 * Started again on the same folder it has the same data and password; when its former owner was
 * killed and the server lives on, it is adopted with its port. Never two servers on one folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "cybervpn";
    static final String DATABASE = "cybervpn";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final ProcessHandle server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(ProcessHandle server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * How the server runs.
     *
     * @param durable whether a commit survives a power cut; a kill of the server it survives either
     *     way
     * @param extra further settings by their names in postgresql.conf; they win
     */
    public record Settings(boolean durable, Map<String, String> extra) {

        /** Copies. */
        public Settings {
            extra = Map.copyOf(extra);
        }

        /** Data somebody wants back. */
        public static Settings lasting() {
            return new Settings(true, Map.of());
        }

        /** Data of a test: nothing waits for the disk. */
        public static Settings throwaway() {
            return new Settings(false, Map.of());
        }
    }

    /**
     * Starts or adopts the server of this folder and returns when it accepts connections: about
     * three seconds the first time, a fraction of one later. May be called again after a crash at
     * any moment.
     *
     * @throws IllegalStateException with the server's own words when it does not start
     */
    public static EmbeddedPostgres start(Path dataDir, Settings settings) {
        Path home = dataDir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            Unprivileged way = Unprivileged.here();
            var cluster = new PostgresCluster(home, way, Binaries.ofUser(way).postgres());
            cluster.prepare();
            PostgresCluster.Running running = cluster.run(settings);
            return new EmbeddedPostgres(running.server(), running.port(), cluster.password());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep PostgreSQL's data in " + home, e);
        }
    }

    /** Also stops when this JVM ends in order; for owners that cannot promise to close. */
    public EmbeddedPostgres stoppingWithJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-postgres"));
        return this;
    }

    /** On 127.0.0.1; another one after each start. */
    public int port() {
        return port;
    }

    /** The owner of the database, a superuser. */
    public String username() {
        return USER;
    }

    /** Random, the same for the life of the folder. */
    public String password() {
        return password;
    }

    /** Empty at first. */
    public String database() {
        return DATABASE;
    }

    /** For JDBC drivers, without the credentials. */
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    /** For the reactive client, without the credentials. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Of the postmaster. */
    public long pid() {
        return server.pid();
    }

    /**
     * Ends open connections, writes all down and returns when the server is gone. May be called
     * again.
     */
    @Override
    public void close() {
        // INT is PostgreSQL's fast shutdown; TERM would wait until each client has left.
        Processes.stop(server, "INT", STOP_PATIENCE);
    }
}
