package io.cybervpn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** How code in a layer must look. */
final class CodeRules {
    private static final String ROOT = "io.cybervpn.";

    static final ArchRule NO_CLOCK_OF_ITS_OWN =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "domain..", ROOT + "application..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZoneId.class, "systemDefault")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .as("time is injected");

    static final ArchRule NO_IDS_OF_ITS_OWN =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROOT + "domain..", ROOT + "application..")
                    .should()
                    .callMethod(UUID.class, "randomUUID")
                    .as("ids come from the port Ids");

    static final ArchRule NO_WAITING =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("io.smallrye.mutiny.groups.UniAwait")
                    .as("nothing waits: no await in production code");

    static final ArchRule SUBSCRIBE_AT_THE_EDGE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "presentation..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("io.smallrye.mutiny.groups.UniSubscribe")
                    .as("only presentation subscribes");

    static final ArchRule NO_FLOATING_POINT =
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(ROOT + "domain..", ROOT + "application..")
                    .should()
                    .haveRawType(double.class)
                    .orShould()
                    .haveRawType(float.class)
                    .orShould()
                    .haveRawType(Double.class)
                    .orShould()
                    .haveRawType(Float.class)
                    .as("no floating point");

    static final ArchRule DOMAIN_THROWS_NOTHING_OF_ITS_OWN =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "domain..")
                    .should()
                    .beAssignableTo(Throwable.class)
                    .as("the domain declares no exception: refusals are results");

    static final ArchRule ENTITIES_ARE_ROWS =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should()
                    .resideInAPackage(ROOT + "infrastructure..postgres..")
                    .andShould()
                    .haveSimpleNameEndingWith("Row")
                    .andShould()
                    .notBePublic()
                    .allowEmptyShould(true);

    static final ArchRule ADAPTERS_ARE_PRIVATE =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "infrastructure..")
                    .and()
                    .implement(aPort())
                    .should()
                    .notBePublic()
                    .as("adapters are package-private");

    static final ArchRule USE_CASES_HAVE_ONE_DOOR =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "application..")
                    .and(haveAPublicExecute())
                    .should()
                    .haveModifier(JavaModifier.FINAL)
                    .andShould(haveOneDoor())
                    .as("a use case is final and has one public execute");

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("live in a @NullMarked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    boolean marked =
                                            type.getPackage().isAnnotatedWith(NullMarked.class);
                                    events.add(
                                            new SimpleConditionEvent(
                                                    type, marked, type.getPackageName()));
                                }
                            });

    static final ArchRule NATIVE_SAFE =
            noClasses()
                    .should()
                    .callMethod(Class.class, "forName", String.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.lang.reflect",
                            "java.lang.foreign",
                            "sun.misc",
                            "com.sun.jna..",
                            "java.awt..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.ObjectInputStream")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.ServiceLoader")
                    .as("nothing that a native image would not find at run time");

    private CodeRules() {}

    private static DescribedPredicate<JavaClass> aPort() {
        return DescribedPredicate.describe(
                "a port",
                type ->
                        type.isInterface()
                                && (type.getPackageName().startsWith(ROOT + "application")
                                        || type.getPackageName().startsWith(ROOT + "domain")));
    }

    private static DescribedPredicate<JavaClass> haveAPublicExecute() {
        return DescribedPredicate.describe(
                "have a public execute", type -> !type.isInterface() && doors(type) > 0);
    }

    private static ArchCondition<JavaClass> haveOneDoor() {
        return new ArchCondition<>("have one public execute") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, doors(type) == 1, type.getName()));
            }
        };
    }

    private static long doors(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getName().equals("execute"))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
    }
}
