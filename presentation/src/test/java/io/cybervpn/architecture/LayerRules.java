package io.cybervpn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which layer and which context may know which. */
final class LayerRules {
    private static final String ROOT = "io.cybervpn.";

    static final ArchRule DOMAIN_IS_PLAIN_JAVA =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "domain..")
                    .and()
                    .resideOutsideOfPackage("..repository..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            ROOT + "domain..",
                            "org.jspecify.annotations",
                            "com.google.errorprone.annotations")
                    .as("the domain imports plain Java only");

    static final ArchRule REPOSITORIES_MAY_NAME_UNI =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "domain..repository..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            ROOT + "domain..",
                            "io.smallrye.mutiny",
                            "org.jspecify.annotations",
                            "com.google.errorprone.annotations")
                    .as("repository ports name Uni and nothing else that is foreign");

    static final ArchRule APPLICATION_WHITELIST =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "application..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            ROOT + "domain..",
                            ROOT + "application..",
                            "io.smallrye.mutiny..",
                            "jakarta.inject",
                            "org.jspecify.annotations",
                            "com.google.errorprone.annotations")
                    .as("use cases know the domain, Uni and @Inject");

    static final ArchRule PRESENTATION_KNOWS_NO_ADAPTER =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "presentation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "infrastructure..");

    static final ArchRule INFRASTRUCTURE_KNOWS_NO_PRESENTATION =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "infrastructure..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + "presentation..");

    static final ArchRule NO_CYCLES =
            slices().matching("io.cybervpn.(*).(*)..").should().beFreeOfCycles();

    private LayerRules() {}

    /** A model is private to its context, and presentation never sees one. */
    static Stream<ArchRule> modelsStayAtHome() {
        return House.CONTEXTS.stream()
                .map(
                        context ->
                                noClasses()
                                        .that()
                                        .resideOutsideOfPackages(
                                                ROOT + "domain." + context + "..",
                                                ROOT + "application." + context + "..",
                                                ROOT + "infrastructure." + context + "..")
                                        .should()
                                        .dependOnClassesThat()
                                        .resideInAPackage(ROOT + "domain." + context + ".model..")
                                        .as("the model of " + context + " stays there"));
    }

    /** The context map, as arrows that must not be. */
    static Stream<ArchRule> arrowsPointDown() {
        return IntStream.range(0, House.CONTEXTS.size() - 1)
                .mapToObj(i -> knowsNothingAbove(i, House.CONTEXTS));
    }

    private static ArchRule knowsNothingAbove(int i, List<String> contexts) {
        String[] above =
                contexts.subList(i + 1, contexts.size()).stream()
                        .flatMap(
                                context ->
                                        Stream.of(
                                                ROOT + "domain." + context + "..",
                                                ROOT + "application." + context + ".."))
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "domain." + contexts.get(i) + "..",
                        ROOT + "application." + contexts.get(i) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .as(contexts.get(i) + " knows nothing of the contexts above it");
    }
}
