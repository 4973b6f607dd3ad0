package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal: any number of transactions and all their postings are one statement. */
@Singleton
final class PostgresLedger implements Ledger {
    /** Keys are inserted in one order, so that two callers never wait for each other. */
    private static final String APPEND =
            """
            with booked as (
                insert into ledger_transaction (id, business_key, kind, posting_count, at)
                select t.* from jsonb_to_recordset(cast(cast(:transactions as text) as jsonb))
                    as t(id uuid, business_key text, kind text, posting_count smallint, at timestamptz)
                order by t.business_key
                on conflict (business_key) do nothing returning id),
            lines as (
                insert into ledger_posting
                    (transaction_id, line, account_type, account_owner, asset, minor_units)
                select p.* from booked join jsonb_to_recordset(cast(cast(:postings as text) as jsonb))
                    as p(transaction_id uuid, line smallint, account_type text, account_owner text,
                         asset text, minor_units bigint) on p.transaction_id = booked.id)
            select id from booked""";

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

    private static final String OWED =
            """
            select asset, cast(-sum(minor_units) as bigint) from ledger_posting
            where account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
                and account_owner = :owner
            group by asset having sum(minor_units) < 0 order by asset""";

    @Override
    public Uni<List<Money>> owed(AccountId customer) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OWED, Object[].class)
                                        .setParameter("owner", customer.value().toString())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresLedger::money).toList());
    }

    private static Money money(Object[] row) {
        return new Money(((Number) row[1]).longValue(), Asset.of((String) row[0]));
    }

    @Override
    public Uni<Set<LedgerTransactionId>> appendAll(List<LedgerTransaction> transactions) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(APPEND, UUID.class)
                                        .setParameter("transactions", heads(transactions))
                                        .setParameter("postings", lines(transactions))
                                        .getResultList())
                .map(ids -> ids.stream().map(LedgerTransactionId::new).collect(Collectors.toSet()));
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

    private static String heads(List<LedgerTransaction> transactions) {
        JsonRows rows = new JsonRows();
        for (LedgerTransaction transaction : transactions) {
            rows.add()
                    .put("id", transaction.id().value().toString())
                    .put("business_key", transaction.businessKey())
                    .put("kind", KindNames.of(transaction.kind()))
                    .put("posting_count", transaction.postings().size())
                    .put("at", transaction.at().toString());
        }
        return rows.toString();
    }

    private static String lines(List<LedgerTransaction> transactions) {
        JsonRows rows = new JsonRows();
        for (LedgerTransaction transaction : transactions) {
            int line = 0;
            for (Posting posting : transaction.postings()) {
                line++;
                AccountNames names = AccountNames.of(posting.account());
                rows.add()
                        .put("transaction_id", transaction.id().value().toString())
                        .put("line", line)
                        .put("account_type", names.type())
                        .put("account_owner", names.owner())
                        .put("asset", posting.asset().code())
                        .put("minor_units", posting.minorUnits());
            }
        }
        return rows.toString();
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
