package io.cybervpn.presentation.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What may be null in an answer is said so in the contract (clients.md §10), or generated clients
 * fail on it. A request is another matter: what is missing there is our validation's to tell.
 */
class NullsInTheContractTest {
    /** Requests that are no parameter: their resources read the raw body. */
    private static final Pattern READ_BY_HAND = Pattern.compile(".*PatchJson|RefreshJson");

    @Test
    void every_null_of_an_answer_is_said() {
        JavaClasses ours =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.cybervpn.presentation");
        Set<String> requests = requests(ours);

        List<String> unsaid =
                ours.stream()
                        .filter(type -> type.getSimpleName().endsWith("Json"))
                        .filter(type -> !READ_BY_HAND.matcher(type.getSimpleName()).matches())
                        .filter(type -> !requests.contains(outermost(type).getName()))
                        .map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(NullsInTheContractTest::isNullAndUnsaid)
                        .map(it -> it.getDeclaringRecord().getName() + "#" + it.getName())
                        .toList();

        assertThat(requests).isNotEmpty();
        assertThat(unsaid).as("add @Schema(nullable = true)").isEmpty();
    }

    private static Set<String> requests(JavaClasses ours) {
        return ours.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getRawParameterTypes().stream())
                .flatMap(NullsInTheContractTest::withItsParts)
                .flatMap(type -> Stream.of(type, outermost(type)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<JavaClass> withItsParts(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getFields().stream().map(JavaField::getRawType));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(NullsInTheContractTest::outermost).orElse(type);
    }

    private static boolean isNullAndUnsaid(RecordComponent component) {
        Schema said = component.getAccessor().getAnnotation(Schema.class);
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && (said == null || !said.nullable());
    }
}
