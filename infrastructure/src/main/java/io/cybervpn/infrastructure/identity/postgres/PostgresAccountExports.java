package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Copies by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresAccountExports implements AccountExports {
    /** What was not put together for so long was given up: the outbox parked it. */
    private static final Duration PENDING_MAX = Duration.ofDays(7);

    private static final String ADD =
            "insert into account_export (id, account_id, asked_at) values (:id, :account, :at)";
    private static final String SELECT =
            """
            select id, account_id, asked_at, ready_at, expires_at, size_bytes
            from account_export where\s""";
    private static final String PENDING = SELECT + "account_id = :account and ready_at is null";
    private static final String FIND = SELECT + "id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String ADD_PIECE =
            """
            insert into account_export_piece (id, export_id, number, sealed)
            values (:piece, :id, :number, :sealed)""";
    private static final String PIECE =
            "select id, sealed from account_export_piece where export_id = :id and number = :number";
    private static final String FINISH =
            """
            update account_export set ready_at = :ready, expires_at = :expires, size_bytes = :size
            where id = :id""";
    private static final String FORGET =
            """
            delete from account_export where id in (
                select id from account_export
                where expires_at <= :now or (ready_at is null and asked_at <= :long_ago)
                order by asked_at limit :size for update skip locked)""";

    @Override
    public Uni<Void> add(AccountExport.Pending export) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ADD)
                                        .setParameter("id", export.id().value())
                                        .setParameter("account", export.account().value())
                                        .setParameter("at", export.askedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<AccountExport.Pending>> pendingOf(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(PENDING, Object[].class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresAccountExports::pending));
    }

    @Override
    public Uni<Optional<AccountExport>> find(ExportId id) {
        return one(FIND, id);
    }

    @Override
    public Uni<Optional<AccountExport>> lock(ExportId id) {
        return one(LOCK, id);
    }

    private static Uni<Optional<AccountExport>> one(String sql, ExportId id) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(sql, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(PostgresAccountExports::export);
    }

    private static Optional<AccountExport> export(List<Object[]> rows) {
        return rows.stream().findFirst().map(PostgresAccountExports::export);
    }

    private static AccountExport export(Object[] row) {
        AccountExport.Pending asked = pending(row);
        return row[3] == null
                ? asked
                : new AccountExport.Ready(
                        asked, instant(row[3]), instant(row[4]), ((Number) row[5]).longValue());
    }

    private static AccountExport.Pending pending(Object[] row) {
        return new AccountExport.Pending(
                new ExportId((UUID) row[0]), new AccountId((UUID) row[1]), instant(row[2]));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Uni<Void> addPiece(ExportId id, ExportPiece piece) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ADD_PIECE)
                                        .setParameter("piece", piece.id())
                                        .setParameter("id", id.value())
                                        .setParameter("number", piece.number())
                                        .setParameter("sealed", piece.text())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<ExportPiece>> piece(ExportId id, int number) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(PIECE, Object[].class)
                                        .setParameter("id", id.value())
                                        .setParameter("number", number)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(row -> piece(row, number)));
    }

    private static ExportPiece piece(Object[] row, int number) {
        return new ExportPiece((UUID) row[0], number, (String) row[1]);
    }

    @Override
    public Uni<Void> finish(AccountExport.Ready export) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(FINISH)
                                        .setParameter("id", export.id().value())
                                        .setParameter("ready", export.readyAt())
                                        .setParameter("expires", export.expiresAt())
                                        .setParameter("size", export.sizeBytes())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> forget(Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(FORGET)
                                        .setParameter("now", now)
                                        .setParameter("long_ago", now.minus(PENDING_MAX))
                                        .setParameter("size", limit)
                                        .executeUpdate());
    }
}
