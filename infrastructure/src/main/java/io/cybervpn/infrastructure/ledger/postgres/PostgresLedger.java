package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.shared.Asset;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal: a transaction and all its postings are one statement, one round trip. */
@Singleton
final class PostgresLedger implements Ledger {
    /** The type of each value is said once, in the first line. */
    private static final String FIRST_LINE =
            "(1, :type0, :owner0, :asset0, cast(:units0 as bigint))";

    private static final String APPEND =
            """
            with booked as (
                insert into ledger_transaction (id, business_key, kind, posting_count, at)
                values (:id, :key, :kind, :count, :at)
                on conflict (business_key) do nothing returning id)
            insert into ledger_posting
                (transaction_id, line, account_type, account_owner, asset, minor_units)
            select booked.id, line.* from booked, (values %s) as line""";
    private static final String FIND =
            """
            select t.id, t.kind, t.at, p.account_type, p.account_owner, p.asset, p.minor_units
            from ledger_transaction t join ledger_posting p on p.transaction_id = t.id
            where t.business_key = :key order by p.line""";
    private static final String BALANCE =
            """
            select cast(coalesce(sum(minor_units), 0) as bigint) from ledger_posting
            where account_type = :type and account_owner = :owner and asset = :asset""";

    /** The type is spelled out, so that the wallet's own index serves it. */
    private static final String WALLET_BALANCE = BALANCE.replace(":type", "'customer_wallet'");

    @Override
    public Uni<Boolean> append(LedgerTransaction transaction) {
        return Panache.getSession()
                .chain(session -> insert(session, transaction).executeUpdate())
                .map(lines -> lines > 0);
    }

    @Override
    public Uni<Optional<LedgerTransaction>> find(String businessKey) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("key", businessKey)
                                        .getResultList())
                .map(rows -> transaction(businessKey, rows));
    }

    @Override
    public Uni<Long> balance(LedgerAccount account, Asset asset) {
        return Panache.getSession()
                .chain(session -> balance(session, account, asset).getSingleResult());
    }

    private static Mutiny.MutationQuery insert(
            Mutiny.Session session, LedgerTransaction transaction) {
        List<Posting> postings = transaction.postings();
        Mutiny.MutationQuery insert =
                session.createNativeQuery(APPEND.formatted(lines(postings.size())))
                        .setParameter("id", transaction.id().value())
                        .setParameter("key", transaction.businessKey())
                        .setParameter("kind", KindNames.of(transaction.kind()))
                        .setParameter("count", (short) postings.size())
                        .setParameter("at", transaction.at());
        for (int i = 0; i < postings.size(); i++) {
            Posting posting = postings.get(i);
            AccountNames names = AccountNames.of(posting.account());
            insert =
                    insert.setParameter("type" + i, names.type())
                            .setParameter("owner" + i, names.owner())
                            .setParameter("asset" + i, posting.asset().code())
                            .setParameter("units" + i, posting.minorUnits());
        }
        return insert;
    }

    private static String lines(int count) {
        return IntStream.range(1, count)
                .mapToObj(
                        i ->
                                ", (%d, :type%d, :owner%d, :asset%d, :units%d)"
                                        .formatted(i + 1, i, i, i, i))
                .collect(Collectors.joining("", FIRST_LINE, ""));
    }

    private static Optional<LedgerTransaction> transaction(String key, List<Object[]> rows) {
        return rows.stream()
                .findFirst()
                .map(
                        first ->
                                new LedgerTransaction(
                                        new LedgerTransactionId((UUID) first[0]),
                                        key,
                                        KindNames.kind((String) first[1]),
                                        ((OffsetDateTime) first[2]).toInstant(),
                                        rows.stream().map(PostgresLedger::posting).toList()));
    }

    private static Posting posting(Object[] row) {
        return new Posting(
                new AccountNames((String) row[3], (String) row[4]).account(),
                Asset.of((String) row[5]),
                ((Number) row[6]).longValue());
    }

    private static Mutiny.SelectionQuery<Long> balance(
            Mutiny.Session session, LedgerAccount account, Asset asset) {
        AccountNames names = AccountNames.of(account);
        Mutiny.SelectionQuery<Long> query =
                account instanceof LedgerAccount.CustomerWallet
                        ? session.createNativeQuery(WALLET_BALANCE, Long.class)
                        : session.createNativeQuery(BALANCE, Long.class)
                                .setParameter("type", names.type());
        return query.setParameter("owner", names.owner()).setParameter("asset", asset.code());
    }
}
