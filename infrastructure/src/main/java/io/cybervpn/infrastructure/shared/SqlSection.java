package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.domain.identity.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Sections of somebody's data by one statement each, read in slices by the order of a key. */
public final class SqlSection {
    private static final int SLICE = 200;

    private SqlSection() {}

    /**
     * A section.
     *
     * @param query gives the columns {@code key} (text, unique, never empty) and {@code row}
     *     (jsonb), for the account {@code :account}
     */
    public static PersonalData.Section of(String name, String query) {
        String sql =
                """
                select key, cast(row as text) from (%s) q
                where key > :after order by key limit :size"""
                        .formatted(query);
        return new PersonalData.Section(name, (account, after) -> read(sql, account, after));
    }

    private static Uni<PersonalData.Slice> read(
            String sql, AccountId account, Optional<String> after) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(sql, Object[].class)
                                        .setParameter("account", account.value())
                                        .setParameter("after", after.orElse(""))
                                        .setParameter("size", SLICE)
                                        .getResultList())
                .map(SqlSection::slice);
    }

    private static PersonalData.Slice slice(List<Object[]> rows) {
        Optional<String> next =
                rows.size() < SLICE ? Optional.empty() : Optional.of((String) rows.getLast()[0]);
        return new PersonalData.Slice(rows.stream().map(row -> (String) row[1]).toList(), next);
    }
}
