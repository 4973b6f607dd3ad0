package io.cybervpn.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * What a native image would hold, read from its configuration: the build runs the whole
 * augmentation without the compiler. A type or a file that is missing here is a request that fails
 * in the executable, and nowhere before.
 */
class NativeGuardTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path IMAGE =
            ROOT.resolve("presentation/target/native-sources/cybervpn-runner.jar");
    private static final Set<String> MODULES =
            Set.of("domain", "application", "infrastructure", "presentation");

    private final JavaClasses classes =
            new ClassFileImporter()
                    .importPaths(
                            MODULES.stream()
                                    .map(module -> ROOT.resolve(module + "/target/classes"))
                                    .toList());

    @Test
    void every_type_that_crosses_the_edge_as_json_is_registered() throws IOException {
        assertThat(registered())
                .containsAll(
                        names(type -> type.getName().matches(".*\\.[A-Za-z]+Json(\\$[A-Z]\\w*)?")));
        assertThat(registered()).contains("io.cybervpn.presentation.shared.rest.Problem");
    }

    @Test
    void every_event_of_the_outbox_is_registered_with_what_it_is_made_of() throws IOException {
        Set<String> events = names(NativeGuardTest::isEvent);
        Set<String> parts =
                classes.stream()
                        .filter(NativeGuardTest::isEvent)
                        .flatMap(event -> event.getFields().stream())
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                        .filter(type -> type.getName().startsWith("io.cybervpn"))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(events).hasSizeGreaterThan(5);
        assertThat(registered()).containsAll(events).containsAll(parts);
    }

    @Test
    void every_row_is_registered() throws IOException {
        Set<String> rows = names(type -> type.isAnnotatedWith("jakarta.persistence.Entity"));

        assertThat(rows).isNotEmpty();
        assertThat(registered()).containsAll(rows);
    }

    @Test
    void every_migration_and_every_file_that_is_read_is_in_the_image() throws IOException {
        List<Pattern> patterns =
                StreamSupport.stream(
                                config("resource-config.json")
                                        .at("/resources/includes")
                                        .spliterator(),
                                false)
                        .map(include -> Pattern.compile(include.get("pattern").asText()))
                        .toList();

        assertThat(resources())
                .anyMatch(name -> name.startsWith("db/migration/"))
                .allMatch(name -> patterns.stream().anyMatch(p -> p.matcher(name).matches()));
    }

    private static boolean isEvent(JavaClass type) {
        return !type.isInterface() && type.isAssignableTo("io.cybervpn.domain.shared.DomainEvent");
    }

    private Set<String> names(java.util.function.Predicate<JavaClass> wanted) {
        return classes.stream()
                .filter(type -> !type.isInterface())
                .filter(wanted)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    /** Our own files on the class path, without what only the build reads. */
    private static List<String> resources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("infrastructure/src/main/resources"))) {
            return files.filter(Files::isRegularFile)
                    .map(ROOT.resolve("infrastructure/src/main/resources")::relativize)
                    .map(Path::toString)
                    .filter(name -> !name.startsWith("META-INF"))
                    .toList();
        }
    }

    private static Set<String> registered() throws IOException {
        return StreamSupport.stream(config("reflect-config.json").spliterator(), false)
                .map(entry -> entry.get("name").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode config(String name) throws IOException {
        try (ZipFile image = new ZipFile(IMAGE.toFile());
                InputStream in =
                        image.getInputStream(image.getEntry("META-INF/native-image/" + name))) {
            return new ObjectMapper().readTree(in);
        }
    }
}
