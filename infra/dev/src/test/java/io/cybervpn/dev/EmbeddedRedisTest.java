package io.cybervpn.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir Path folder;

    @Test
    void it_keeps_data_between_runs_behind_its_password() throws IOException {
        try (var redis = EmbeddedRedis.start(folder)) {
            assertThat(ask(redis, "SET kept 42")).isEqualTo("+OK");
            assertThat(ask("127.0.0.1", redis.port(), "GET kept")).startsWith("-NOAUTH");
        }
        try (var redis = EmbeddedRedis.start(folder)) {
            assertThat(ask(redis, "GET kept")).isEqualTo("$2");
        }
    }

    @Test
    void one_left_over_by_a_killed_owner_is_replaced() throws IOException {
        var abandoned = EmbeddedRedis.start(folder);
        assertThat(ask(abandoned, "SET kept 42")).isEqualTo("+OK");
        try (var redis = EmbeddedRedis.start(folder)) {
            assertThat(redis.pid()).isNotEqualTo(abandoned.pid());
            assertThat(ProcessHandle.of(abandoned.pid()).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
            assertThat(ask(redis, "GET kept")).isEqualTo("$2");
        }
    }

    @Test
    void closing_ends_the_process_and_may_be_repeated() {
        var redis = EmbeddedRedis.start(folder);
        redis.close();
        assertThat(ProcessHandle.of(redis.pid()).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        redis.close();
    }

    private static String ask(EmbeddedRedis redis, String command) throws IOException {
        URI url = URI.create(redis.url());
        String password = url.getUserInfo().substring(1);
        return ask("127.0.0.1", redis.port(), "AUTH " + password, command);
    }

    /** The first line of the answer to the last command. */
    private static String ask(String host, int port, String... commands) throws IOException {
        try (var socket = new Socket(host, port)) {
            String line = "";
            var answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String command : commands) {
                socket.getOutputStream()
                        .write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                line = answers.readLine();
            }
            return line;
        }
    }
}
