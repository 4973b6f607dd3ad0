package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.application.ledger.WalletEntry;
import io.cybervpn.application.ledger.WalletView;
import io.cybervpn.application.ledger.port.WalletViews;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Wallets read without a session. */
@Singleton
final class PostgresWalletViews implements WalletViews {
    private static final String POCKETS =
            """
            coalesce(-sum(minor_units) filter (where account_type = 'customer_wallet'), 0)::bigint as paid,
            coalesce(-sum(minor_units) filter (where account_type = 'customer_grant'), 0)::bigint as granted,
            coalesce(-sum(minor_units) filter (where account_type = 'customer_hold'), 0)::bigint as held
            """;

    private static final String OF =
            """
            select b.asset, b.paid, b.held, coalesce(g.live, 0)::bigint as granted, g.next
            from (select asset, %s from ledger_posting
                  where account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
                      and account_owner = $1::uuid::text
                  group by asset) b
            left join (select asset, sum(left_minor) as live, min(lapses_at) as next
                  from wallet_grant
                  where owner = $1 and left_minor > 0 and (lapses_at is null or lapses_at > $2)
                  group by asset) g using (asset)
            order by b.asset"""
                    .formatted(POCKETS);

    private static final String ENTRIES =
            """
            select t.id, t.kind, t.at, p.asset, p.paid, p.granted, p.held
            from (select transaction_id, asset, %s,
                      dense_rank() over (order by transaction_id desc) as place
                  from ledger_posting
                  where account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
                      and account_owner = $1::uuid::text
                      and ($2::uuid is null or transaction_id < $2)
                  group by transaction_id, asset) p
            join ledger_transaction t on t.id = p.transaction_id
            where p.place <= $3
            order by t.id desc, p.asset"""
                    .formatted(POCKETS);

    private final Pool pool;

    @Inject
    PostgresWalletViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<WalletView>> of(AccountId owner, Instant now) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(owner.value(), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> list(rows, PostgresWalletViews::view));
    }

    @Override
    public Uni<List<WalletEntry>> entries(
            AccountId owner, Optional<LedgerTransactionId> before, int limit) {
        return pool.preparedQuery(ENTRIES)
                .execute(
                        Tuple.of(
                                owner.value(),
                                before.map(LedgerTransactionId::value).orElse(null),
                                limit))
                .map(rows -> list(rows, PostgresWalletViews::entry));
    }

    private static WalletView view(Row row) {
        Asset asset = Asset.of(row.getString("asset"));
        return new WalletView(
                new Money(Math.max(0, row.getLong("paid")), asset),
                new Money(row.getLong("granted"), asset),
                new Money(Math.max(0, row.getLong("held")), asset),
                Optional.ofNullable(row.getOffsetDateTime("next")).map(OffsetDateTime::toInstant));
    }

    private static WalletEntry entry(Row row) {
        return new WalletEntry(
                new LedgerTransactionId(row.getUUID("id")),
                KindNames.kind(row.getString("kind")),
                row.getOffsetDateTime("at").toInstant(),
                Asset.of(row.getString("asset")),
                row.getLong("paid"),
                row.getLong("granted"),
                row.getLong("held"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
