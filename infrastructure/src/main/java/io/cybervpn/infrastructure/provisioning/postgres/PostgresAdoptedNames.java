package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.AdoptedNames;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads names without a unit of work, and only for ids and names that may have been taken over. */
@Singleton
final class PostgresAdoptedNames implements AdoptedNames {
    private static final String NAME =
            "select username from panel_adoption where access_id = $1 and panel_id = $2";
    private static final String ADOPTED =
            """
            select p.username, p.access_id, a.id is not null as wanted
            from panel_adoption p left join access a on a.id = p.access_id
            where p.panel_id = $1 and p.username = any($2)""";

    private final Pool pool;

    @Inject
    PostgresAdoptedNames(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<String>> nameOf(PanelId panel, AccessId access) {
        return PanelUsername.isAdopted(access)
                ? pool.preparedQuery(NAME)
                        .execute(Tuple.of(access.value(), panel.value()))
                        .map(PostgresAdoptedNames::name)
                : Uni.createFrom().item(Optional.empty());
    }

    private static Optional<String> name(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .findFirst();
    }

    @Override
    public Uni<Map<String, Adopted>> adopted(PanelId panel, Set<String> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(ADOPTED)
                        .execute(Tuple.of(panel.value(), names.toArray(String[]::new)))
                        .map(PostgresAdoptedNames::byName);
    }

    private static Map<String, Adopted> byName(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(
                        Collectors.toMap(
                                row -> row.getString(0),
                                row ->
                                        new Adopted(
                                                new AccessId(row.getUUID(1)), row.getBoolean(2))));
    }
}
