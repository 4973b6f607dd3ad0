package io.cybervpn.domain.invoicing.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.WritingRefusal;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WritingTest {
    private static final long MOST = Writing.TOTAL_MINOR_UNITS_MAX;

    private static InvoiceLine line(LineType type, long units) {
        return InvoiceLine.untaxed(type, Map.of("en", "Help"), 1, new Money(units, Asset.RUB));
    }

    private static void assertRefused(WritingRefusal why, InvoiceLine... lines) {
        assertThat(new Writing(List.of(lines), "", 0).refusal(Asset.RUB)).contains(why);
    }

    private static void assertFits(InvoiceLine... lines) {
        assertThat(new Writing(List.of(lines), "", 0).refusal(Asset.RUB)).isEmpty();
    }

    @Test
    void staff_write_only_what_promises_nothing() {
        Set<LineType> theirs =
                Set.of(LineType.FEE, LineType.ADJUSTMENT, LineType.DISCOUNT, LineType.CREDIT);
        for (LineType type : LineType.values()) {
            InvoiceLine[] lines = {line(LineType.FEE, 2), line(type, 1)};
            if (theirs.contains(type)) {
                assertFits(lines);
            } else {
                assertRefused(WritingRefusal.LINE_TYPE, lines);
            }
        }
    }

    @Test
    void an_invoice_is_of_something_and_not_beyond_reason() {
        assertRefused(
                WritingRefusal.NOTHING_TO_PAY, line(LineType.FEE, 2), line(LineType.CREDIT, 2));
        assertRefused(
                WritingRefusal.NOTHING_TO_PAY, line(LineType.FEE, 2), line(LineType.DISCOUNT, 3));
        assertFits(line(LineType.FEE, 2), line(LineType.DISCOUNT, 1));
        assertFits(line(LineType.FEE, MOST));
        assertRefused(WritingRefusal.TOO_MUCH, line(LineType.FEE, MOST + 1));
        assertFits(line(LineType.FEE, MOST + 1), line(LineType.CREDIT, 1));
    }

    @Test
    void it_has_one_to_a_hundred_lines_of_its_currency() {
        assertRefused(WritingRefusal.LINE_COUNT);
        InvoiceLine one = line(LineType.ADJUSTMENT, 1);
        assertFits(Collections.nCopies(100, one).toArray(InvoiceLine[]::new));
        assertRefused(
                WritingRefusal.LINE_COUNT,
                Collections.nCopies(101, one).toArray(InvoiceLine[]::new));
        assertThat(new Writing(List.of(one), "", 0).refusal(Asset.EUR))
                .contains(WritingRefusal.OTHER_CURRENCY);
    }

    @Test
    void its_note_and_its_days_have_bounds() {
        List<InvoiceLine> lines = List.of(line(LineType.FEE, 1));
        assertThat(new Writing(lines, "n".repeat(1000), 365).refusal(Asset.RUB)).isEmpty();
        assertThat(new Writing(lines, "n".repeat(1001), 0).refusal(Asset.RUB))
                .contains(WritingRefusal.NOTE_TOO_LONG);
        assertThat(new Writing(lines, "", 366).refusal(Asset.RUB))
                .contains(WritingRefusal.DUE_DAYS);
        assertThat(new Writing(lines, "", -1).refusal(Asset.RUB)).contains(WritingRefusal.DUE_DAYS);
        assertThat(WritingRefusal.DUE_DAYS.code()).isEqualTo("due_days");
    }
}
