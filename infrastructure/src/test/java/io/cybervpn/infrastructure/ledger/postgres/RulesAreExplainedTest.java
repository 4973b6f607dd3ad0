package io.cybervpn.infrastructure.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.proof.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** R94: whoever finds a difference at night is told what it means and how to mend it. */
class RulesAreExplainedTest {
    private static final Pattern ENDPOINT = Pattern.compile("/api/v1/[a-z0-9/{}-]+");

    @Test
    void every_rule_of_the_books_has_a_remedy() {
        List<String> checks = LedgerRules.ALL.stream().map(LedgerRules.Rule::check).toList();
        assertThat(Remedy.checks()).containsAll(checks);
    }

    @Test
    void every_endpoint_that_a_remedy_names_is_there() throws IOException {
        String document = Files.readString(Path.of("../docs/openapi.yaml"));
        for (Remedy remedy : Remedy.all()) {
            Matcher named = ENDPOINT.matcher(remedy.mend());
            while (named.find()) {
                assertThat(document).contains("\n  " + named.group() + ":\n");
            }
        }
    }
}
