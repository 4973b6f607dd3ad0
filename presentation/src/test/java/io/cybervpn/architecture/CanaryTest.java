package io.cybervpn.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rule with a typo in its package checks nothing: each of these must be broken by a planted
 * class.
 */
class CanaryTest {
    static Stream<ArchRule> rulesThatMustFail() {
        return Stream.of(
                LayerRules.DOMAIN_IS_PLAIN_JAVA,
                LayerRules.APPLICATION_WHITELIST,
                CodeRules.NO_CLOCK_OF_ITS_OWN,
                CodeRules.NO_IDS_OF_ITS_OWN,
                CodeRules.NO_WAITING,
                CodeRules.NO_FLOATING_POINT,
                CodeRules.DOMAIN_THROWS_NOTHING_OF_ITS_OWN,
                CodeRules.USE_CASES_HAVE_ONE_DOOR,
                CodeRules.EVERY_PACKAGE_IS_NULL_MARKED);
    }

    @ParameterizedTest
    @MethodSource("rulesThatMustFail")
    void a_rule_sees_what_was_planted(ArchRule rule) {
        assertThat(rule.evaluate(House.canaries()).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }
}
