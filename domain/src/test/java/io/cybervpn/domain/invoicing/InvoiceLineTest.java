package io.cybervpn.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be printed on an invoice: lines, rates, parties, numbers. */
class InvoiceLineTest {
    private static final AppliedTax CONTAINED = new AppliedTax("vat", "VAT", 1_900, true, 1_900);
    private static final AppliedTax ON_TOP = new AppliedTax("city", "City", 500, false, 500);

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static TaxRate rate(String code, String name, int basisPoints, String to) {
        return new TaxRate(
                new TaxRateId(new UUID(1, 1)),
                "DE",
                code,
                name,
                basisPoints,
                false,
                LocalDate.parse("2026-01-01"),
                Optional.of(LocalDate.parse(to)));
    }

    @Test
    void a_line_comes_to_its_amount_and_the_taxes_on_top_and_is_worth_that_less_all_taxes() {
        InvoiceLine line =
                InvoiceLine.untaxed(LineType.PLAN, Map.of("en", "Pro"), 2, rub(5_950))
                        .with(List.of(CONTAINED, ON_TOP));
        assertThat(line.amountMinor()).isEqualTo(11_900);
        assertThat(line.taxMinor()).isEqualTo(2_400);
        assertThat(line.grossMinor()).isEqualTo(12_400);
        assertThat(line.netMinor()).isEqualTo(10_000);
    }

    @Test
    void a_discount_takes_away_what_another_line_adds() {
        assertThat(InvoiceLine.untaxed(LineType.DISCOUNT, Map.of("en", "x"), 3, rub(7)))
                .returns(-21L, InvoiceLine::amountMinor)
                .returns(-21L, InvoiceLine::grossMinor);
    }

    @Test
    void totals_are_what_is_paid_and_what_of_it_is_tax() {
        InvoiceLine taxed =
                InvoiceLine.untaxed(LineType.PLAN, Map.of("en", "Pro"), 1, rub(11_900))
                        .with(List.of(CONTAINED, ON_TOP));
        assertThat(InvoiceTotals.of(List.of(taxed), Asset.RUB))
                .isEqualTo(new InvoiceTotals(rub(10_000), rub(2_400), rub(12_400)));
        assertThatThrownBy(() -> new InvoiceTotals(rub(1), rub(1), rub(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_is_of_something_and_not_beyond_reason() {
        long most = InvoiceLine.MINOR_UNITS_MAX / InvoiceLine.QUANTITY_MAX;
        assertThat(InvoiceLine.isPossible(1, rub(1))).isTrue();
        assertThat(InvoiceLine.isPossible(InvoiceLine.QUANTITY_MAX, rub(most))).isTrue();
        assertThat(InvoiceLine.isPossible(InvoiceLine.QUANTITY_MAX, rub(most + 1))).isFalse();
        assertThat(InvoiceLine.isPossible(InvoiceLine.QUANTITY_MAX + 1, rub(1))).isFalse();
        assertThat(InvoiceLine.isPossible(0, rub(1))).isFalse();
        assertThat(InvoiceLine.isPossible(1, rub(0))).isFalse();
        assertThatThrownBy(() -> InvoiceLine.untaxed(LineType.FEE, Map.of("en", "x"), 0, rub(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InvoiceLine.untaxed(LineType.FEE, Map.of(), 1, rub(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rate_is_a_named_part_of_the_whole_for_some_days() {
        assertThatCode(() -> rate("c".repeat(20), "n".repeat(100), 10_000, "2026-01-02"))
                .doesNotThrowAnyException();
        assertThat(rate("vat", "VAT", 1, "2026-01-02").basisPoints()).isEqualTo(1);
        assertNoRate("c".repeat(21), "VAT", 1, "2026-01-02");
        assertNoRate(" ", "VAT", 1, "2026-01-02");
        assertNoRate("vat", "n".repeat(101), 1, "2026-01-02");
        assertNoRate("vat", "", 1, "2026-01-02");
        assertNoRate("vat", "VAT", 0, "2026-01-02");
        assertNoRate("vat", "VAT", 10_001, "2026-01-02");
        assertNoRate("vat", "VAT", 1, "2026-01-01");
    }

    private static void assertNoRate(String code, String name, int basisPoints, String to) {
        assertThatThrownBy(() -> rate(code, name, basisPoints, to))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rate_that_a_price_contains_is_the_same_otherwise() {
        TaxRate onTop = rate("vat", "VAT", 1_900, "2027-01-01");
        TaxRate contained = onTop.contained();
        assertThat(contained.inclusive()).isTrue();
        assertThat(contained)
                .usingRecursiveComparison()
                .ignoringFields("inclusive")
                .isEqualTo(onTop);
    }

    @Test
    void a_party_fits_its_lines_and_its_country_is_one_or_empty() {
        String line = "n".repeat(200);
        Party longest =
                new Party(line, line + line, line + line + "a".repeat(100), "t".repeat(50), "DE");
        assertThat(longest.country()).isEqualTo("DE");
        assertThat(Party.nobody()).isEqualTo(new Party("", "", "", "", ""));
        assertNoParty(line + "n", "", "", "", "");
        assertNoParty("", line + line + "n", "", "", "");
        assertNoParty("", "", "a".repeat(501), "", "");
        assertNoParty("", "", "", "t".repeat(51), "");
        assertNoParty("", "", "", "", "de");
    }

    private static void assertNoParty(
            String name, String email, String address, String taxId, String country) {
        assertThatThrownBy(() -> new Party(name, email, address, taxId, country))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_series_is_named_by_capitals_and_has_one_to_twelve_digits() {
        assertThat(SeriesRule.isPossible("INV-2", 1)).isTrue();
        assertThat(SeriesRule.isPossible("I", 12)).isTrue();
        assertThat(SeriesRule.isPossible("INV", 0)).isFalse();
        assertThat(SeriesRule.isPossible("INV", 13)).isFalse();
        assertThat(SeriesRule.isPossible("inv", 3)).isFalse();
        assertThatThrownBy(() -> new SeriesRule(DocumentKind.INVOICE, "inv", true, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
