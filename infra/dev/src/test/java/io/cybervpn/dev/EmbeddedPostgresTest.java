package io.cybervpn.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final EmbeddedPostgres.Settings FAST = EmbeddedPostgres.Settings.throwaway();

    /** One for all tests, since making a cluster is what takes time. */
    @TempDir static Path folder;

    @Test
    void a_start_offers_a_utf8_database_of_version_18() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder, FAST)) {
            assertThat(one(postgres, "SHOW server_version")).startsWith("18.");
            assertThat(one(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(one(postgres, "SELECT current_database()")).isEqualTo(postgres.database());
            assertThat(one(postgres, "SHOW fsync")).isEqualTo("off");
            assertThat(postgres.jdbcUrl()).isEqualTo("jdbc:" + postgres.reactiveUrl());
        }
    }

    @Test
    void the_password_is_asked_for_and_only_its_owner_may_read_it() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, FAST)) {
            var mode = Files.getPosixFilePermissions(folder.resolve("password"));
            assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
            String url = postgres.jdbcUrl();
            assertThatThrownBy(() -> DriverManager.getConnection(url, postgres.username(), "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void data_outlives_a_restart() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Settings.lasting())) {
            run(postgres, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(one(postgres, "SHOW fsync")).isEqualTo("on");
        }
        try (var postgres = EmbeddedPostgres.start(folder, FAST)) {
            assertThat(one(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_server_whose_owner_was_killed_is_adopted() throws SQLException {
        var abandoned = EmbeddedPostgres.start(folder, FAST);
        run(abandoned, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 42 AS answer");
        try (var adopted = EmbeddedPostgres.start(folder, FAST)) {
            assertThat(adopted.pid()).isEqualTo(abandoned.pid());
            assertThat(adopted.port()).isEqualTo(abandoned.port());
            assertThat(one(adopted, "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(alive(abandoned.pid())).isFalse();
    }

    @Test
    void a_killed_server_is_started_again_with_all_that_was_committed() throws SQLException {
        var killed = EmbeddedPostgres.start(folder, EmbeddedPostgres.Settings.lasting());
        run(killed, "DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 42 AS answer");
        var process = ProcessHandle.of(killed.pid()).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
        try (var postgres = EmbeddedPostgres.start(folder, FAST)) {
            assertThat(postgres.pid()).isNotEqualTo(killed.pid());
            assertThat(one(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void the_pid_of_a_stranger_in_the_pid_file_does_not_stop_the_start() throws Exception {
        EmbeddedPostgres.start(folder, FAST).close();
        Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
        try (var postgres = EmbeddedPostgres.start(folder, FAST)) {
            assertThat(one(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void closing_ends_the_process_though_a_client_is_connected_and_may_be_repeated()
            throws SQLException {
        var postgres = EmbeddedPostgres.start(folder, FAST);
        try (var client = connect(postgres)) {
            postgres.close();
            assertThat(alive(postgres.pid())).isFalse();
            assertThat(client.isValid(1)).isFalse();
        }
        postgres.close();
    }

    @Test
    void settings_of_the_caller_win() throws SQLException {
        var settings = new EmbeddedPostgres.Settings(false, Map.of("max_connections", "33"));
        try (var postgres = EmbeddedPostgres.start(folder, settings)) {
            assertThat(one(postgres, "SHOW max_connections")).isEqualTo("33");
        }
    }

    @Test
    void two_that_unpack_at_once_both_get_the_whole_server() throws Exception {
        Callable<Path> unpack =
                () -> new Binaries(folder.resolve("cache"), Platform.current()).postgres();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(unpack);
            var second = pool.submit(unpack);
            assertThat(first.get()).isEqualTo(second.get());
            assertThat(first.get().resolve("bin").resolve("postgres")).isExecutable();
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
