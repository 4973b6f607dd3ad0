package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.invoicing.TaxRate;
import io.cybervpn.domain.invoicing.TaxRateId;
import io.cybervpn.domain.invoicing.repository.TaxRates;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tax rates in the session of the open unit of work. */
@Singleton
final class PostgresTaxRates implements TaxRates {
    private static final String ALL =
            """
            select id, country, code, name, basis_points, inclusive, valid_from, valid_to
            from tax_rate order by country, code, valid_from, id""";
    private static final String LOCK = "lock table tax_rate in share row exclusive mode";
    private static final String DUE =
            """
            select id, country, code, name, basis_points, inclusive, valid_from, valid_to
            from tax_rate where country = :country and valid_from <= cast(:day as date)
                and (valid_to is null or valid_to > cast(:day as date))
            order by code, valid_from, id""";
    private static final String SAVE =
            """
            insert into tax_rate (id, country, code, name, basis_points, inclusive, valid_from, valid_to)
            values (:id, :country, :code, :name, :basisPoints, :inclusive, :from, cast(:to as date))
            on conflict (id) do update set country = excluded.country, code = excluded.code,
                name = excluded.name, basis_points = excluded.basis_points,
                inclusive = excluded.inclusive, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to""";

    @Override
    public Uni<List<TaxRate>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, Object[].class).getResultList())
                .map(rows -> rows.stream().map(PostgresTaxRates::rate).toList());
    }

    @Override
    public Uni<List<TaxRate>> lockAll() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK).executeUpdate())
                .chain(this::all);
    }

    @Override
    public Uni<List<TaxRate>> dueIn(String country, LocalDate day) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(DUE, Object[].class)
                                        .setParameter("country", country)
                                        .setParameter("day", day)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresTaxRates::rate).toList());
    }

    private static TaxRate rate(Object[] row) {
        return new TaxRate(
                new TaxRateId((UUID) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                (Boolean) row[5],
                (LocalDate) row[6],
                Optional.ofNullable((LocalDate) row[7]));
    }

    @Override
    public Uni<Void> save(TaxRate rate) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SAVE)
                                        .setParameter("id", rate.id().value())
                                        .setParameter("country", rate.country())
                                        .setParameter("code", rate.code())
                                        .setParameter("name", rate.name())
                                        .setParameter("basisPoints", rate.basisPoints())
                                        .setParameter("inclusive", rate.inclusive())
                                        .setParameter("from", rate.validFrom())
                                        .setParameter("to", rate.validTo().orElse(null))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> remove(TaxRateId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery("delete from tax_rate where id = :id")
                                        .setParameter("id", id.value())
                                        .executeUpdate())
                .map(removed -> removed == 1);
    }
}
