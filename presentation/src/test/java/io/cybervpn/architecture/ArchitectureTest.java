package io.cybervpn.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house, on everything that ships. */
class ArchitectureTest {
    static Stream<ArchRule> rules() {
        return Stream.of(
                        Stream.of(
                                LayerRules.DOMAIN_IS_PLAIN_JAVA,
                                LayerRules.REPOSITORIES_MAY_NAME_UNI,
                                LayerRules.APPLICATION_WHITELIST,
                                LayerRules.PRESENTATION_KNOWS_NO_ADAPTER,
                                LayerRules.INFRASTRUCTURE_KNOWS_NO_PRESENTATION,
                                LayerRules.NO_CYCLES,
                                CodeRules.NO_CLOCK_OF_ITS_OWN,
                                CodeRules.NO_IDS_OF_ITS_OWN,
                                CodeRules.NO_WAITING,
                                CodeRules.SUBSCRIBE_AT_THE_EDGE,
                                CodeRules.NO_FLOATING_POINT,
                                CodeRules.DOMAIN_THROWS_NOTHING_OF_ITS_OWN,
                                CodeRules.ENTITIES_ARE_ROWS,
                                CodeRules.ADAPTERS_ARE_PRIVATE,
                                CodeRules.USE_CASES_HAVE_ONE_DOOR,
                                CodeRules.EVERY_PACKAGE_IS_NULL_MARKED,
                                CodeRules.NATIVE_SAFE),
                        LayerRules.modelsStayAtHome(),
                        LayerRules.arrowsPointDown())
                .flatMap(rule -> rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_holds(ArchRule rule) {
        rule.check(House.production());
    }
}
