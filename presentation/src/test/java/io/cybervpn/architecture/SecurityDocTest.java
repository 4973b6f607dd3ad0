package io.cybervpn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md names as a test is there, under that name. */
class SecurityDocTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED =
            Pattern.compile("`([A-Z]\\w+(?:Test|Contract))(?:\\.(\\w+))?`");
    private static final List<String> MODULES =
            List.of("domain", "application", "infrastructure", "presentation", "infra");

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        var tests = sources();
        List<String> lost = new ArrayList<>();
        var names = NAMED.matcher(Files.readString(HOME.resolve("docs/security.md")));
        int found = 0;
        while (names.find()) {
            found++;
            String method = names.group(2) == null ? "class" : names.group(2);
            if (!Pattern.compile("\\b" + method + "\\b")
                    .matcher(tests.getOrDefault(names.group(1), ""))
                    .find()) {
                lost.add(names.group());
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(lost).isEmpty();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files =
                MODULES.stream().map(HOME::resolve).flatMap(SecurityDocTest::walk)) {
            return files.collect(
                    Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityDocTest::read,
                            String::concat));
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder)
                    .filter(file -> file.toString().contains("/src/test/"))
                    .filter(file -> file.toString().matches(".*(Test|Contract)\\.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
