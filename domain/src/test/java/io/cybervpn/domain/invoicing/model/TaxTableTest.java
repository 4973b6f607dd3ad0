package io.cybervpn.domain.invoicing.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.SeriesRule;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.model.TaxTable.Fit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff may write about taxes and numbers. */
class TaxTableTest {
    private static TaxRate rate(String country, String code, int basisPoints, String... days) {
        return new TaxRate(
                new TaxRateId(UUID.randomUUID()),
                country,
                code,
                code,
                basisPoints,
                true,
                LocalDate.parse(days[0]),
                days.length > 1 ? Optional.of(LocalDate.parse(days[1])) : Optional.empty());
    }

    @Test
    void a_country_has_one_rate_of_a_code_on_a_day() {
        List<TaxRate> others = List.of(rate("DE", "vat", 1_900, "2026-01-01", "2027-01-01"));
        assertThat(TaxTable.fit(others, rate("DE", "vat", 100, "2026-12-31")))
                .isEqualTo(Fit.OVERLAPS);
        assertThat(TaxTable.fit(others, rate("DE", "vat", 100, "2025-01-01")))
                .isEqualTo(Fit.OVERLAPS);
        assertThat(TaxTable.fit(others, rate("DE", "vat", 100, "2027-01-01"))).isEqualTo(Fit.FITS);
        assertThat(TaxTable.fit(others, rate("DE", "vat", 100, "2025-01-01", "2026-01-01")))
                .isEqualTo(Fit.FITS);
        assertThat(TaxTable.fit(others, rate("FR", "vat", 100, "2026-06-01"))).isEqualTo(Fit.FITS);
        assertThat(TaxTable.fit(others, rate("DE", "soli", 8_100, "2026-06-01")))
                .isEqualTo(Fit.FITS);
    }

    @Test
    void all_rates_of_a_day_are_never_more_than_all() {
        List<TaxRate> others = List.of(rate("DE", "vat", 6_000, "2026-06-01"));
        assertThat(TaxTable.fit(others, rate("DE", "lux", 4_001, "2026-01-01")))
                .isEqualTo(Fit.TOO_MUCH);
        assertThat(TaxTable.fit(others, rate("DE", "lux", 4_000, "2026-01-01")))
                .isEqualTo(Fit.FITS);
        assertThat(TaxTable.fit(others, rate("DE", "lux", 9_000, "2026-01-01", "2026-06-01")))
                .isEqualTo(Fit.FITS);
    }

    @Test
    void a_number_names_its_series_and_no_other_kind_can_have_it() {
        SeriesRule invoices = new SeriesRule(DocumentKind.INVOICE, "INV", true, 3);
        Instant newYear = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(invoices.seriesAt(newYear.minusMillis(1))).isEqualTo("INV-2026");
        assertThat(invoices.number(newYear, 7).text()).isEqualTo("INV-2027-007");
        assertThat(invoices.number(newYear, 12_345).text()).isEqualTo("INV-2027-12345");
        assertThat(invoices.clashesWith(new SeriesRule(DocumentKind.CREDIT_NOTE, "INV", false, 9)))
                .isTrue();
        assertThat(
                        invoices.clashesWith(
                                new SeriesRule(DocumentKind.CREDIT_NOTE, "INV-2026", false, 3)))
                .isTrue();
        assertThat(invoices.clashesWith(new SeriesRule(DocumentKind.CREDIT_NOTE, "INVC", true, 3)))
                .isFalse();
        assertThat(invoices.clashesWith(invoices)).isFalse();
    }
}
