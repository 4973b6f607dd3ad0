package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.model.Draw;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Wallets: held and read in one call of a function, so that what is read is what is held. */
@Singleton
final class PostgresWallets implements Wallets {
    private static final String HELD =
            "select asset, grant_id, minor_units, lapses_at"
                    + " from wallet_held(cast(:owner as uuid), cast(:asset as text))";
    private static final String ADD =
            """
            insert into wallet_grant
                (id, owner, asset, amount_minor, left_minor, granted_at, lapses_at)
            values (:id, :owner, :asset, :amount, :amount, :now, cast(:lapsesAt as timestamptz))""";
    private static final String MOVE =
            """
            update wallet_grant g set left_minor = g.left_minor + u.minor_units
            from jsonb_to_recordset(cast(cast(:uses as text) as jsonb))
                as u(id uuid, minor_units bigint)
            where g.id = u.id""";
    private static final String LAPSE =
            "select id, lapses, owner, asset, lost"
                    + " from wallet_lapse(cast(:now as timestamptz), cast(:limit as integer))";
    private static final String REOWN = "update wallet_grant set owner = :into where owner = :from";

    @Override
    public Uni<Wallet> lock(AccountId owner, Asset asset) {
        return held(owner, asset.code()).map(rows -> wallet(owner, asset, rows));
    }

    @Override
    public Uni<List<Wallet>> lockAll(AccountId owner) {
        return held(owner, null)
                .map(
                        rows ->
                                rows.stream()
                                        .collect(Collectors.groupingBy(row -> (String) row[0]))
                                        .entrySet()
                                        .stream()
                                        .map(one -> wallet(owner, one.getKey(), one.getValue()))
                                        .toList());
    }

    private static Uni<List<Object[]>> held(AccountId owner, @Nullable String asset) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(HELD, Object[].class)
                                        .setParameter("owner", owner.value())
                                        .setParameter("asset", asset)
                                        .getResultList());
    }

    private static Wallet wallet(AccountId owner, String asset, List<Object[]> rows) {
        return wallet(owner, Asset.of(asset), rows);
    }

    /** The row without a grant is what was paid. */
    private static Wallet wallet(AccountId owner, Asset asset, List<Object[]> rows) {
        long paid =
                rows.stream()
                        .filter(row -> row[1] == null)
                        .mapToLong(row -> ((Number) row[2]).longValue())
                        .sum();
        List<Grant> grants =
                rows.stream().filter(row -> row[1] != null).map(row -> grant(row, asset)).toList();
        // One that was overdrawn behind the trigger's back has nothing; the proof tells of it.
        return new Wallet(owner, new Money(Math.max(0, paid), asset), grants);
    }

    private static Grant grant(Object[] row, Asset asset) {
        return new Grant(
                new GrantId((UUID) row[1]),
                new Money(((Number) row[2]).longValue(), asset),
                Optional.ofNullable((OffsetDateTime) row[3]).map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Void> add(AccountId owner, Grant grant, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", grant.id().value())
                                        .setParameter("owner", owner.value())
                                        .setParameter("asset", grant.left().asset().code())
                                        .setParameter("amount", grant.left().minorUnits())
                                        .setParameter("now", now)
                                        .setParameter("lapsesAt", grant.lapsesAt().orElse(null))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> take(Draw draw) {
        return move(draw, -1);
    }

    @Override
    public Uni<Void> putBack(Draw draw) {
        return move(draw, 1);
    }

    private static Uni<Void> move(Draw draw, int sign) {
        if (draw.granted().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonRows rows = new JsonRows();
        for (Draw.Use use : draw.granted()) {
            rows.add()
                    .put("id", use.grant().value().toString())
                    .put("minor_units", sign * use.amount().minorUnits());
        }
        return Panache.getSession()
                .chain(session -> move(session, rows))
                .invoke(moved -> requireAll(draw, moved))
                .replaceWithVoid();
    }

    private static Uni<Integer> move(Mutiny.Session session, JsonRows rows) {
        return session.createNativeQuery(MOVE)
                .setParameter("uses", rows.toString())
                .executeUpdate();
    }

    private static void requireAll(Draw draw, int moved) {
        if (moved != draw.granted().size()) {
            throw new IllegalStateException(draw + " is of grants that are not there");
        }
    }

    @Override
    public Uni<List<Lapse>> lapse(Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LAPSE, Object[].class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresWallets::lapse).toList());
    }

    private static Lapse lapse(Object[] row) {
        return new Lapse(
                new GrantId((UUID) row[0]),
                ((Number) row[1]).intValue(),
                new AccountId((UUID) row[2]),
                new Money(((Number) row[4]).longValue(), Asset.of((String) row[3])));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REOWN)
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
