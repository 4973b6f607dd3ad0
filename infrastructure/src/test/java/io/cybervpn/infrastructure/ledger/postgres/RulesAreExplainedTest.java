package io.cybervpn.infrastructure.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.proof.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R94: whoever finds a difference at night is told what it means and how to mend it. */
class RulesAreExplainedTest {
    @Test
    void every_rule_of_the_books_has_a_remedy() {
        List<String> checks = LedgerRules.ALL.stream().map(LedgerRules.Rule::check).toList();
        assertThat(Remedy.checks()).containsAll(checks);
    }
}
