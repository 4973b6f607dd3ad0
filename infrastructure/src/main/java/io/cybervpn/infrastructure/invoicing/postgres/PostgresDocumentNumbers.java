package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.invoicing.DocumentKind;
import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.SeriesRule;
import io.cybervpn.domain.invoicing.repository.DocumentNumbers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Numbers from rows that are held until the transaction ends. */
@Singleton
final class PostgresDocumentNumbers implements DocumentNumbers {
    private static final String NEXT =
            """
            insert into document_series (series, last) values (:series, 1)
            on conflict (series) do update set last = document_series.last + 1
            returning last""";
    private static final String RULES =
            "select kind, prefix, yearly, digits from document_series_rule order by kind";
    private static final String LOCK =
            "lock table document_series_rule in share row exclusive mode";
    private static final String SAVE =
            """
            update document_series_rule set prefix = :prefix, yearly = :yearly, digits = :digits
            where kind = :kind""";

    @Override
    public Uni<DocumentNumber> next(DocumentKind kind, Instant at) {
        return rules().map(rules -> of(kind, rules))
                .chain(rule -> last(rule.seriesAt(at)).map(sequence -> rule.number(at, sequence)));
    }

    private static SeriesRule of(DocumentKind kind, List<SeriesRule> rules) {
        return rules.stream().filter(rule -> rule.kind() == kind).findFirst().orElseThrow();
    }

    private static Uni<Long> last(String series) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(NEXT, Long.class)
                                        .setParameter("series", series)
                                        .getSingleResult());
    }

    @Override
    public Uni<List<SeriesRule>> rules() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RULES, Object[].class).getResultList())
                .map(rows -> rows.stream().map(PostgresDocumentNumbers::rule).toList());
    }

    @Override
    public Uni<List<SeriesRule>> lockRules() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK).executeUpdate())
                .chain(this::rules);
    }

    private static SeriesRule rule(Object[] row) {
        return new SeriesRule(
                DocumentKind.find((String) row[0]).orElseThrow(),
                (String) row[1],
                (Boolean) row[2],
                ((Number) row[3]).intValue());
    }

    @Override
    public Uni<Void> save(SeriesRule rule) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SAVE)
                                        .setParameter("kind", rule.kind().code())
                                        .setParameter("prefix", rule.prefix())
                                        .setParameter("yearly", rule.yearly())
                                        .setParameter("digits", rule.digits())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
