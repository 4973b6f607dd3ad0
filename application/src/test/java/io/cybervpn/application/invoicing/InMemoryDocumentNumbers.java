package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.SeriesRule;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Numbers in memory; they begin with the rules of a new shop. */
public final class InMemoryDocumentNumbers implements DocumentNumbers {
    private final InMemoryTable<String, Long> series;
    private final InMemoryTable<DocumentKind, SeriesRule> rules;

    public InMemoryDocumentNumbers(InMemoryUnitOfWork unitOfWork) {
        this.series = unitOfWork.table();
        this.rules = unitOfWork.table();
        rules.put(
                DocumentKind.CREDIT_NOTE, new SeriesRule(DocumentKind.CREDIT_NOTE, "CN", true, 6));
        rules.put(DocumentKind.INVOICE, new SeriesRule(DocumentKind.INVOICE, "INV", true, 6));
    }

    @Override
    public Uni<DocumentNumber> next(DocumentKind kind, Instant at) {
        return Uni.createFrom().item(() -> nextNow(rules.get(kind).orElseThrow(), at));
    }

    private DocumentNumber nextNow(SeriesRule rule, Instant at) {
        long sequence = series.get(rule.seriesAt(at)).orElse(0L) + 1;
        series.put(rule.seriesAt(at), sequence);
        return rule.number(at, sequence);
    }

    @Override
    public Uni<List<SeriesRule>> rules() {
        return Uni.createFrom().item(rules::all);
    }

    @Override
    public Uni<List<SeriesRule>> lockRules() {
        return rules();
    }

    @Override
    public Uni<Void> save(SeriesRule rule) {
        return Uni.createFrom().voidItem().invoke(() -> rules.put(rule.kind(), rule));
    }
}
