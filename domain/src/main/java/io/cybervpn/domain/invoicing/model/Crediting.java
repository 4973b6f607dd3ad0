package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a credit note takes back (B4.12). The amount is divided in proportion to what earlier notes
 * have left of each line, and of that each tax in proportion to what they have left of it; so the
 * last note takes exactly the rest, down to the last unit of every tax. Pure.
 */
public final class Crediting {
    private Crediting() {}

    /** What notes have left of an invoice. */
    public static Money left(Invoice.Paid invoice, List<CreditNote> earlier) {
        long units =
                rests(invoice.details().lines(), standing(earlier)).stream()
                        .mapToLong(NoteLine::grossMinor)
                        .sum();
        return new Money(units, invoice.details().asset());
    }

    /**
     * The lines of a note.
     *
     * @param earlier all notes of the invoice
     * @param amount more than nothing and no more than is {@link #left}
     */
    public static List<NoteLine> lines(
            Invoice.Paid invoice, List<CreditNote> earlier, Money amount) {
        List<NoteLine> rests = rests(invoice.details().lines(), standing(earlier));
        List<Long> shares =
                Shares.of(amount.minorUnits(), rests.stream().map(NoteLine::grossMinor).toList());
        return IntStream.range(0, rests.size())
                .mapToObj(i -> part(rests.get(i), shares.get(i)))
                .toList();
    }

    private static List<CreditNote> standing(List<CreditNote> notes) {
        return notes.stream().filter(CreditNote::stands).toList();
    }

    private static List<NoteLine> rests(List<InvoiceLine> lines, List<CreditNote> notes) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> rest(i, lines.get(i), notes))
                .toList();
    }

    private static NoteLine rest(int index, InvoiceLine line, List<CreditNote> notes) {
        List<NoteLine> gone =
                notes.stream()
                        .flatMap(note -> note.content().lines().stream())
                        .filter(one -> one.line() == index)
                        .toList();
        List<Long> taxes = new ArrayList<>();
        for (int tax = 0; tax < line.taxes().size(); tax++) {
            int which = tax;
            taxes.add(
                    line.taxes().get(which).minorUnits()
                            - gone.stream().mapToLong(one -> one.taxesMinor().get(which)).sum());
        }
        long gross = line.grossMinor() - gone.stream().mapToLong(NoteLine::grossMinor).sum();
        return new NoteLine(index, gross, taxes);
    }

    /** Its taxes are divided without their sign, which is the line's. */
    private static NoteLine part(NoteLine rest, long gross) {
        long sign = rest.grossMinor() < 0 ? -1 : 1;
        List<Long> weights =
                Stream.concat(
                                Stream.of(rest.grossMinor() - rest.taxMinor()),
                                rest.taxesMinor().stream())
                        .map(units -> units * sign)
                        .toList();
        List<Long> shares =
                Shares.of(gross * sign, weights).stream().map(units -> units * sign).toList();
        return new NoteLine(rest.line(), gross, shares.subList(1, shares.size()));
    }
}
