package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.CustomerTimeline;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Histories by one prepared statement over the tables of all contexts (ADR 5). */
@Singleton
final class PostgresCustomerTimeline implements CustomerTimeline {
    private final Pool pool;

    @Inject
    PostgresCustomerTimeline(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Moment>> page(
            AccountId customer, Set<Part> parts, Optional<Cursor> before, int limit) {
        TimelineSql sql = TimelineSql.of(customer, parts, before, limit);
        return pool.preparedQuery(sql.text())
                .execute(sql.parameters())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresCustomerTimeline::moment)
                                        .toList());
    }

    private static Moment moment(Row row) {
        return new Moment(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("type"),
                row.getUUID("id"),
                Optional.ofNullable(row.getString("by_kind")).map(kind -> by(kind, row)),
                Optional.ofNullable(row.getLong("units"))
                        .map(units -> new Money(units, Asset.of(row.getString("asset")))),
                details(row.getJsonObject("details")));
    }

    private static By by(String kind, Row row) {
        return new By(
                kind,
                Optional.ofNullable(row.getUUID("by_account")),
                Optional.ofNullable(row.getUUID("by_key")));
    }

    private static Map<String, String> details(JsonObject fields) {
        return fields.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().toString()));
    }
}
