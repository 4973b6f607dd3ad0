package io.cybervpn.domain.invoicing.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.CreditNoteId;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceTotals;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** B4.12, B4.16: no invoice and no sequence of notes gains or loses a unit of money or of tax. */
class TaxesAndNotesPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Provide
    Arbitrary<List<InvoiceLine>> lines() {
        Arbitrary<InvoiceLine> more =
                Combinators.combine(
                                Arbitraries.longs().between(1, 20),
                                Arbitraries.longs().between(1, 2_000_000))
                        .as((quantity, unit) -> line(LineType.PLAN, quantity, unit));
        return Combinators.combine(
                        more.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.integers().between(0, 90))
                .as(TaxesAndNotesPropertiesTest::withDiscount);
    }

    private static List<InvoiceLine> withDiscount(List<InvoiceLine> lines, int percent) {
        long sum = lines.stream().mapToLong(InvoiceLine::amountMinor).sum();
        long off = sum * percent / 100;
        List<InvoiceLine> all = new ArrayList<>(lines);
        if (off > 0) {
            all.add(line(LineType.DISCOUNT, 1, off));
        }
        return all;
    }

    private static InvoiceLine line(LineType type, long quantity, long unit) {
        return InvoiceLine.untaxed(
                type, Map.of("en", "Something"), quantity, new Money(unit, Asset.RUB));
    }

    @Provide
    Arbitrary<List<TaxRate>> rates() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2_500), Arbitraries.of(true, false))
                .as(TaxesAndNotesPropertiesTest::rate)
                .list()
                .ofMaxSize(4);
    }

    private static TaxRate rate(int basisPoints, boolean inclusive) {
        return new TaxRate(
                new TaxRateId(new UUID(0, basisPoints)),
                "DE",
                "vat",
                "VAT",
                basisPoints,
                inclusive,
                LocalDate.EPOCH,
                Optional.empty());
    }

    @Property
    void each_tax_is_rounded_once_and_lines_sum_to_it(
            @ForAll("lines") List<InvoiceLine> lines, @ForAll("rates") List<TaxRate> rates) {
        List<InvoiceLine> taxed = Taxation.apply(rates, lines);
        InvoiceTotals totals = InvoiceTotals.of(taxed, Asset.RUB);
        long written = lines.stream().mapToLong(InvoiceLine::amountMinor).sum();
        long contained =
                rates.stream().filter(TaxRate::inclusive).mapToLong(TaxRate::basisPoints).sum();
        long onTop = 0;
        for (int r = 0; r < rates.size(); r++) {
            int which = r;
            long units = taxed.stream().mapToLong(one -> one.taxes().get(which).minorUnits()).sum();
            // twice the distance from the exact tax is no more than one unit
            long exact = written * rates.get(r).basisPoints();
            assertThat(Math.abs(2 * (units * (10_000 + contained) - exact)))
                    .isLessThanOrEqualTo(10_000 + contained);
            onTop += rates.get(r).inclusive() ? 0 : units;
        }
        assertThat(totals.total().minorUnits()).isEqualTo(written + onTop);
    }

    @Property
    void notes_take_back_everything_and_no_more(
            @ForAll("lines") List<InvoiceLine> lines,
            @ForAll("rates") List<TaxRate> rates,
            @ForAll("cuts") List<Integer> cuts) {
        Invoice.Paid invoice = paid(Taxation.apply(rates, lines));
        List<CreditNote> notes = new ArrayList<>();
        for (int percent : cuts) {
            long left = Crediting.left(invoice, notes).minorUnits();
            take(invoice, notes, left * percent / 100);
        }
        take(invoice, notes, Crediting.left(invoice, notes).minorUnits());

        assertThat(Crediting.left(invoice, notes).isZero()).isTrue();
        for (int i = 0; i < invoice.details().lines().size(); i++) {
            assertGone(i, invoice.details().lines().get(i), notes);
        }
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 100).list().ofMaxSize(8);
    }

    private static void assertGone(int index, InvoiceLine line, List<CreditNote> notes) {
        List<NoteLine> gone =
                notes.stream().map(note -> note.content().lines().get(index)).toList();
        assertThat(gone.stream().mapToLong(NoteLine::grossMinor).sum())
                .isEqualTo(line.grossMinor());
        assertThat(
                        IntStream.range(0, line.taxes().size())
                                .mapToLong(
                                        tax ->
                                                gone.stream()
                                                        .mapToLong(one -> one.taxesMinor().get(tax))
                                                        .sum())
                                .boxed()
                                .toList())
                .isEqualTo(line.taxes().stream().map(AppliedTax::minorUnits).toList());
    }

    private static void take(Invoice.Paid invoice, List<CreditNote> notes, long units) {
        if (units == 0) {
            return;
        }
        Money amount = new Money(units, Asset.RUB);
        List<NoteLine> lines = Crediting.lines(invoice, notes, amount);
        CreditNote.Content content =
                new CreditNote.Content(
                        new CreditNoteId(new UUID(1, notes.size())),
                        invoice.id(),
                        new RefundId(new UUID(2, notes.size())),
                        new DocumentNumber("CN", 1, "CN-1"),
                        CreditNoteReason.OTHER,
                        Asset.RUB,
                        lines,
                        NOW);
        assertThat(content.total()).isEqualTo(amount);
        notes.add(new CreditNote.Standing(content));
    }

    private static Invoice.Paid paid(List<InvoiceLine> lines) {
        InvoiceDetails details =
                new InvoiceDetails(
                        new InvoiceId(new UUID(3, 1)),
                        new AccountId(new UUID(4, 1)),
                        new Origin.OfOrder(new OrderId(new UUID(5, 1))),
                        Asset.RUB,
                        Party.nobody(),
                        lines,
                        "",
                        NOW,
                        0);
        return new Invoice.Draft(details)
                .finalise(
                        lines,
                        new Issue(new DocumentNumber("INV", 1, "INV-1"), Party.nobody(), NOW, NOW))
                .pay(Optional.empty(), NOW);
    }
}
