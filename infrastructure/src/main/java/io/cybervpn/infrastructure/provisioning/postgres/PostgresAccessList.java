package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.application.provisioning.AccessList;
import io.cybervpn.application.provisioning.AccessStatus;
import io.cybervpn.application.provisioning.AccessView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The access table as staff read it, without secrets. */
@Singleton
final class PostgresAccessList implements AccessList {
    private static final String PAGE =
            """
            select id, account_id,
                   coalesce((select p.username from panel_adoption p
                             where p.access_id = access.id and p.panel_id = access.panel_id),
                            username) as username, enabled, expire_at, remove_at, traffic_limit_bytes, traffic_reset,
                   device_limit, server_groups, resources, generation, applied_generation, status,
                   attempts, next_attempt_at, last_error, used_traffic_bytes, updated_at
            from access where ($1::text is null or status = $1)
            order by updated_at desc, id desc limit $2 offset $3""";
    private static final String COUNT =
            "select count(*) from (select 1 from access where ($1::text is null or status = $1) limit "
                    + Page.COUNTED_MAX
                    + ") counted";

    private final Pool pool;

    @Inject
    PostgresAccessList(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<AccessView>> page(Optional<AccessStatus> status, Page.Request request) {
        String wanted = status.map(AccessStatus::code).orElse(null);
        Uni<List<AccessView>> items =
                pool.preparedQuery(PAGE)
                        .execute(Tuple.of(wanted, request.size(), request.offset()))
                        .map(PostgresAccessList::views);
        Uni<Optional<Long>> total =
                request.count()
                        ? pool.preparedQuery(COUNT)
                                .execute(Tuple.of(wanted))
                                .map(rows -> Optional.of(rows.iterator().next().getLong(0)))
                        : Uni.createFrom().item(Optional.empty());
        return Uni.combine()
                .all()
                .unis(items, total)
                .with((found, count) -> Page.counted(found, request, count));
    }

    private static List<AccessView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresAccessList::view)
                .toList();
    }

    private static AccessView view(Row row) {
        return new AccessView(
                new AccessId(row.getUUID("id")),
                new AccountId(row.getUUID("account_id")),
                row.getString("username"),
                wish(row),
                progress(row));
    }

    private static AccessView.Wish wish(Row row) {
        Entitlement entitlement =
                new Entitlement(
                        AccessRows.limit(row.getLong("traffic_limit_bytes")),
                        AccessRows.reset(row.getString("traffic_reset")),
                        AccessRows.limit(row.getLong("device_limit")),
                        List.of(row.getArrayOfStrings("server_groups")),
                        ResourceColumn.of(row.getJsonObject("resources")));
        return new AccessView.Wish(
                row.getBoolean("enabled"),
                instant(row, "expire_at").orElseThrow(),
                instant(row, "remove_at"),
                entitlement,
                row.getLong("generation"));
    }

    private static AccessView.Progress progress(Row row) {
        return new AccessView.Progress(
                AccessStatus.find(row.getString("status")).orElseThrow(),
                row.getLong("applied_generation"),
                row.getInteger("attempts"),
                instant(row, "next_attempt_at"),
                Optional.ofNullable(row.getString("last_error")),
                Optional.ofNullable(row.getLong("used_traffic_bytes")),
                instant(row, "updated_at").orElseThrow());
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(at -> at.toInstant());
    }
}
