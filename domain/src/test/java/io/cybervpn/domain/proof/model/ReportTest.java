package io.cybervpn.domain.proof.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.proof.ProofVerdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R94: nothing counts as proven that was not looked at. */
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:30:00Z");
    private static final Section WELL = Section.examined("books", 12, List.of());
    private static final Section ILL =
            Section.examined("panel", 3, List.of(new Finding("panel-user-missing", "1", "gone")));
    private static final Section SILENT = Section.unavailable("provider:cryptobot", "no answer");

    private static Report report(Section... sections) {
        return new Report(NOW, NOW, NOW, List.of(sections));
    }

    @Test
    void all_that_was_looked_at_and_fits_is_proven() {
        assertThat(report(WELL, WELL).verdict()).isEqualTo(ProofVerdict.PROVEN);
    }

    @Test
    void a_side_that_gave_no_answer_is_not_a_proof() {
        assertThat(report(WELL, SILENT).verdict()).isEqualTo(ProofVerdict.INCOMPLETE);
    }

    @Test
    void a_difference_outweighs_everything() {
        assertThat(report(WELL, ILL, SILENT).verdict()).isEqualTo(ProofVerdict.DIFFERENCES);
        assertThat(report(WELL, ILL, ILL).findings()).isEqualTo(2);
    }

    @Test
    void a_report_on_nothing_is_none() {
        assertThatThrownBy(CompareNothing::report).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class CompareNothing {
        static Report report() {
            return ReportTest.report();
        }
    }
}
