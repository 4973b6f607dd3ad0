package io.cybervpn.infrastructure.invoicing.print;

import io.cybervpn.application.invoicing.CreditNoteView;
import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.invoicing.print.Sheet.Block;
import io.cybervpn.infrastructure.invoicing.print.Sheet.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is on the sheets of documents. Days are of UTC. */
final class Sheets {
    private static final int ADDRESS_LINES_MAX = 8;

    private final Words words;

    Sheets(String language) {
        this.words = Words.in(language);
    }

    Sheet of(InvoiceView invoice) {
        InvoiceView.IssueView issue = invoice.issue().orElseThrow();
        return new Sheet(
                words.tag(),
                title("invoice", issue.number()),
                facts(invoice, issue),
                block("seller", issue.seller()),
                block("buyer", invoice.buyer()),
                Stream.of("description", "quantity", "price", "amount").map(words::of).toList(),
                invoice.lines().stream().map(this::row).toList(),
                sums(invoice),
                invoice.note());
    }

    Sheet of(InvoiceView invoice, CreditNoteView note) {
        InvoiceView.IssueView issue = invoice.issue().orElseThrow();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("of_invoice", issue.number().text()));
        facts.add(fact("date", day(note.issuedAt())));
        note.cancelledAt().ifPresent(at -> facts.add(fact("cancelled", day(at))));
        return new Sheet(
                words.tag(),
                title("credit_note", note.number()),
                facts,
                block("seller", issue.seller()),
                block("buyer", invoice.buyer()),
                Stream.of("description", "amount").map(words::of).toList(),
                note.lines().stream().map(line -> row(invoice, line)).toList(),
                sums(note),
                "");
    }

    private String title(String kind, DocumentNumber number) {
        return words.of(kind) + " " + number.text();
    }

    private Fact fact(String key, String value) {
        return new Fact(words.of(key), value);
    }

    private List<Fact> facts(InvoiceView invoice, InvoiceView.IssueView issue) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("date", day(issue.issuedAt())));
        invoice.paidAt()
                .ifPresentOrElse(
                        at -> facts.add(fact("paid", day(at))),
                        () -> facts.add(fact("due", day(issue.dueAt()))));
        invoice.closing().ifPresent(why -> facts.add(fact("void", day(why.at()))));
        return facts;
    }

    private static String day(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private Block block(String heading, Party party) {
        Stream<String> taxId =
                Stream.of(party.taxId())
                        .filter(id -> !id.isEmpty())
                        .map(id -> words.of("tax_id") + " " + id);
        return new Block(
                words.of(heading),
                Stream.of(
                                Stream.of(party.name()),
                                address(party),
                                Stream.of(party.country()),
                                taxId,
                                Stream.of(party.email()))
                        .flatMap(lines -> lines)
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /** Of very many lines it is one, so that it cannot fill a page. */
    private static Stream<String> address(Party party) {
        List<String> lines = party.address().lines().filter(line -> !line.isBlank()).toList();
        return lines.size() > ADDRESS_LINES_MAX
                ? Stream.of(String.join(", ", lines))
                : lines.stream();
    }

    private List<String> row(InvoiceLine line) {
        Asset asset = line.unitPrice().asset();
        return List.of(
                described(line),
                String.valueOf(line.quantity()),
                money(line.unitPrice()),
                signed(line.amountMinor(), asset));
    }

    private String described(InvoiceLine line) {
        Map<String, String> texts = line.description();
        String english = texts.getOrDefault("en", texts.values().iterator().next());
        return texts.getOrDefault(words.tag(), english);
    }

    private List<String> row(InvoiceView invoice, NoteLine taken) {
        InvoiceLine line = invoice.lines().get(taken.line());
        return List.of(described(line), signed(taken.grossMinor(), line.unitPrice().asset()));
    }

    private List<Fact> sums(InvoiceView invoice) {
        Asset asset = invoice.totals().total().asset();
        List<Fact> sums = new ArrayList<>();
        Map<String, Long> taxes = taxes(invoice);
        if (!taxes.isEmpty()) {
            sums.add(fact("net", money(invoice.totals().net())));
        }
        taxes.forEach((name, units) -> sums.add(new Fact(name, signed(units, asset))));
        sums.add(fact("total", money(invoice.totals().total())));
        return sums;
    }

    private static Map<String, Long> taxes(InvoiceView invoice) {
        Map<String, Long> taxes = new LinkedHashMap<>();
        invoice.lines().stream()
                .flatMap(line -> line.taxes().stream())
                .forEach(tax -> taxes.merge(name(tax), tax.minorUnits(), Math::addExact));
        return taxes;
    }

    private static String name(AppliedTax tax) {
        BigDecimal percent = BigDecimal.valueOf(tax.basisPoints(), 2).stripTrailingZeros();
        return "%s %s %%".formatted(tax.name(), percent.toPlainString());
    }

    private List<Fact> sums(CreditNoteView note) {
        List<Fact> sums = new ArrayList<>();
        if (!note.tax().isZero()) {
            Asset asset = note.total().asset();
            long net = note.total().minorUnits() - note.tax().minorUnits();
            sums.add(fact("net", money(new Money(net, asset))));
        }
        sums.add(fact("returned", money(note.total())));
        return sums;
    }

    private static String money(Money money) {
        return money.toDecimal() + " " + money.asset().code();
    }

    private static String signed(long units, Asset asset) {
        String text = money(new Money(Math.abs(units), asset));
        return units < 0 ? "-" + text : text;
    }
}
