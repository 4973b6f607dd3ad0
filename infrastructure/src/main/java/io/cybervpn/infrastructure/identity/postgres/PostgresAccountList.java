package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The list of accounts by one prepared statement, without a session. */
@Singleton
final class PostgresAccountList implements AccountList {
    private final Pool pool;

    @Inject
    PostgresAccountList(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<AccountView>> page(Query query) {
        AccountListSql sql = AccountListSql.of(query);
        return pool.preparedQuery(sql.text())
                .execute(sql.parameters())
                .map(rows -> page(rows, query));
    }

    private static Page<AccountView> page(RowSet<Row> found, Query query) {
        List<Row> rows = StreamSupport.stream(found.spliterator(), false).toList();
        Optional<Long> total =
                rows.stream().findFirst().flatMap(row -> Optional.ofNullable(row.getLong("total")));
        List<AccountView> items =
                rows.stream()
                        .filter(row -> row.getValue("id") != null)
                        .map(PostgresAccountList::view)
                        .toList();
        Page.Request page = query.page();
        return AccountListSql.isTallied(query)
                ? new Page<>(items, page.number(), page.size(), total)
                : Page.counted(items, page, total);
    }

    private static AccountView view(Row row) {
        return new AccountView(
                new AccountId(row.getUUID("id")),
                Optional.ofNullable(row.getString("email")),
                AccountKind.find(row.getString("kind")).orElseThrow(),
                AccountStatus.find(row.getString("status")).orElseThrow(),
                row.getString("locale"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
