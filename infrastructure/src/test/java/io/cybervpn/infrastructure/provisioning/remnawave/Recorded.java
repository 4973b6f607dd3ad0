package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cybervpn.application.shared.WebhookSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** What real panels sent and answered. */
final class Recorded {
    static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .registerModule(new Jdk8Module());

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", "."))
                    .resolve("../infra/sandbox/src/test/resources/remnawave-samples");

    private Recorded() {}

    /** A push of a panel. */
    record Push(String file, String secret, String text, String signature)
            implements WebhookSource.RawPush {
        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.of(signature)
                    .filter(_ -> name.equalsIgnoreCase("X-Remnawave-Signature"))
                    .filter(known -> !known.isEmpty());
        }

        Push signed(String other) {
            return new Push(file, secret, text, other);
        }

        Push altered(String from, String to) {
            return new Push(file, secret, text.replace(from, to), signature);
        }

        Instant sentAt() {
            return Instant.parse(read(text).path("timestamp").asText());
        }

        Clock clock() {
            return Clock.fixed(sentAt(), ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Push> pushes() {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("webhooks"))) {
            return files.sorted().toList().stream().map(Recorded::push);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Push push(String event) {
        return push(SAMPLES.resolve("webhooks").resolve(event + ".json"));
    }

    private static Push push(Path file) {
        JsonNode sample = read(text(file));
        return new Push(
                file.getFileName().toString(),
                sample.path("secret").asText(),
                sample.path("rawBody").asText(),
                sample.path("headers").path("X-Remnawave-Signature").asText());
    }

    /** The body of a recorded answer. */
    static String answer(String name) {
        return read(text(SAMPLES.resolve(name + ".json"))).path("response").path("body").toString();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
