package io.cybervpn.infrastructure.appstore.postgres;

import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The store_customer table. */
@Singleton
final class PostgresStoreCustomers implements StoreCustomers {
    /**
     * Who is a customer is read past identity's use cases: a row of it is all that is asked for.
     */
    private static final String OURS =
            """
            select a.id, n.place from jsonb_to_recordset(cast(cast(:ids as text) as jsonb))
                as n (id uuid, place integer)
            join account a on a.id = n.id order by n.place""";

    private static final String COLUMNS = " app_user_id, account_id, asked_at, read_at, leaving ";
    private static final String ASK =
            """
            insert into store_customer (app_user_id, account_id, asked_at, look_at, leaving)
            values (:user, :account, :now, :now, :leaving)
            on conflict (app_user_id) do update set asked_at = excluded.asked_at,
                look_at = excluded.look_at, attempts = 0,
                leaving = store_customer.leaving or excluded.leaving""";
    private static final String ASK_UNMAPPED =
            "update store_customer set asked_at = :now, look_at = :now, attempts = 0 where unmapped";
    private static final String CLAIM =
            """
            update store_customer c set attempts = least(c.attempts + 1, 100),
                look_at = cast(:now as timestamptz)
                    + least(600, power(2, least(c.attempts, 10))) * interval '1 second'
            from (select app_user_id from store_customer where look_at <= :now
                  order by look_at limit :limit for update skip locked) due
            where c.app_user_id = due.app_user_id
            returning c.app_user_id, c.account_id, c.asked_at, c.read_at, c.leaving""";
    private static final String LOCK =
            "select" + COLUMNS + "from store_customer where app_user_id = :user for update";

    /** What was asked for again while it was read stays due. */
    private static final String FINISH =
            """
            update store_customer set read_at = :read, unmapped = :unmapped, attempts = 0,
                leaving = leaving and asked_at > :asked,
                look_at = case when asked_at > :asked then look_at
                    else nullif(cast(:next as timestamptz), timestamptz '9999-01-01 00:00:00Z') end
            where app_user_id = :user""";

    private static final String READ_SINCE =
            "select"
                    + COLUMNS
                    + "from store_customer where read_at >= :since order by read_at desc limit :limit";
    private static final String REOWN =
            "update store_customer set account_id = :into where account_id = :from";
    private static final String FORGET = "delete from store_customer where account_id = :gone";

    /** Stands for none: a parameter without a value has no type. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public Uni<List<AccountId>> ours(List<UUID> ids) {
        JsonRows rows = new JsonRows();
        for (int place = 0; place < ids.size(); place++) {
            rows.add().put("id", ids.get(place).toString()).put("place", place);
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OURS, Object[].class)
                                        .setParameter("ids", rows.toString())
                                        .getResultList())
                .map(found -> found.stream().map(row -> new AccountId((UUID) row[0])).toList());
    }

    @Override
    public Uni<Void> ask(String appUser, AccountId account, boolean leaving, Instant now) {
        return run(
                ASK,
                Map.of(
                        "user",
                        appUser,
                        "account",
                        account.value(),
                        "leaving",
                        leaving,
                        "now",
                        now));
    }

    @Override
    public Uni<Void> askUnmapped(Instant now) {
        return run(ASK_UNMAPPED, Map.of("now", now));
    }

    @Override
    public Uni<List<StoreCustomer>> claimDue(Instant now, int limit) {
        return list(CLAIM, Map.of("now", now, "limit", limit));
    }

    @Override
    public Uni<Optional<StoreCustomer>> lock(String appUser) {
        return list(LOCK, Map.of("user", appUser)).map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> finish(
            StoreCustomer read, Instant readAt, boolean unmapped, Optional<Instant> next) {
        return run(
                FINISH,
                Map.of(
                        "user",
                        read.appUser(),
                        "asked",
                        read.askedAt(),
                        "read",
                        readAt,
                        "unmapped",
                        unmapped,
                        "next",
                        next.orElse(NEVER)));
    }

    @Override
    public Uni<List<StoreCustomer>> readSince(Instant since, int limit) {
        return list(READ_SINCE, Map.of("since", since, "limit", limit));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return run(REOWN, Map.of("from", from.value(), "into", into.value()));
    }

    @Override
    public Uni<Void> forget(AccountId gone) {
        return run(FORGET, Map.of("gone", gone.value()));
    }

    private static Uni<Void> run(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql);
                            parameters.forEach(query::setParameter);
                            return query.executeUpdate();
                        })
                .replaceWithVoid();
    }

    private static Uni<List<StoreCustomer>> list(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Object[].class);
                            parameters.forEach(query::setParameter);
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(PostgresStoreCustomers::customer).toList());
    }

    private static StoreCustomer customer(Object[] row) {
        return new StoreCustomer(
                (String) row[0],
                new AccountId((UUID) row[1]),
                Times.at(row[2]),
                Times.maybe(row[3]),
                (Boolean) row[4]);
    }
}
