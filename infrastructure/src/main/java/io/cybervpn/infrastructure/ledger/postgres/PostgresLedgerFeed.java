package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.application.ledger.port.LedgerFeed;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The journal page by page; ids are UUIDv7, so their order is that of time. */
@Singleton
final class PostgresLedgerFeed implements LedgerFeed {
    private static final String TRANSACTIONS =
            """
            select t.id, t.business_key, t.kind, t.at,
                p.account_type, p.account_owner, p.asset, p.minor_units
            from (select * from ledger_transaction where $1::uuid is null or id < $1
                  order by id desc limit $2) t
            join ledger_posting p on p.transaction_id = t.id
            order by t.id desc, p.line""";

    private final Pool pool;

    @Inject
    PostgresLedgerFeed(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<LedgerTransaction>> transactions(
            Optional<LedgerTransactionId> before, int limit) {
        return pool.preparedQuery(TRANSACTIONS)
                .execute(Tuple.of(before.map(LedgerTransactionId::value).orElse(null), limit))
                .map(PostgresLedgerFeed::grouped);
    }

    private static List<LedgerTransaction> grouped(RowSet<Row> rows) {
        Map<UUID, List<Row>> byId =
                StreamSupport.stream(rows.spliterator(), false)
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.getUUID("id"),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byId.values().stream().map(PostgresLedgerFeed::transaction).toList();
    }

    private static LedgerTransaction transaction(List<Row> lines) {
        Row first = lines.getFirst();
        return new LedgerTransaction(
                new LedgerTransactionId(first.getUUID("id")),
                first.getString("business_key"),
                KindNames.kind(first.getString("kind")),
                first.getOffsetDateTime("at").toInstant(),
                lines.stream().map(PostgresLedgerFeed::posting).toList());
    }

    private static Posting posting(Row row) {
        return new Posting(
                new AccountNames(row.getString("account_type"), row.getString("account_owner"))
                        .account(),
                Asset.of(row.getString("asset")),
                row.getLong("minor_units"));
    }
}
