package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.port.MaintenanceLetters;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.server.MaintenanceAnnounced;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** A row for each letter, with a lease for who sends it. */
@Singleton
final class PostgresMaintenanceLetters implements MaintenanceLetters {
    private static final String ADDRESS =
            """
            insert into maintenance_letter (server_id, announced_at, account_id, name, message, expected_end)
            select distinct s.id, $2::timestamptz, a.account_id, $3::text, $4::text, $5::text
            from server s join access a on a.server_groups && s.groups
            where s.id = $1 and a.enabled and a.expire_at > $6
            on conflict do nothing""";
    private static final String CLAIM =
            """
            update maintenance_letter l set lease_until = $3, attempts = l.attempts + 1
            from (select server_id, announced_at, account_id from maintenance_letter
                where sent_at is null and (lease_until is null or lease_until <= $2)
                order by announced_at, account_id limit $1 for update skip locked) due
            where l.server_id = due.server_id and l.announced_at = due.announced_at
                and l.account_id = due.account_id
            returning l.server_id, l.announced_at, l.account_id, l.name, l.message, l.expected_end,
                l.attempts""";
    private static final String DONE =
            """
            update maintenance_letter set sent_at = $4, lease_until = null
            where server_id = $1 and announced_at = $2 and account_id = $3""";
    private static final String FORGET =
            """
            delete from maintenance_letter where ctid = any(array(
                select ctid from maintenance_letter
                where sent_at is not null and announced_at < $1 limit $2))""";

    private final Pool pool;

    @Inject
    PostgresMaintenanceLetters(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> address(MaintenanceAnnounced announced, Instant now) {
        return pool.preparedQuery(ADDRESS)
                .execute(
                        Tuple.of(
                                announced.server().value(),
                                time(announced.at()),
                                announced.name(),
                                announced.message(),
                                announced.expectedEnd(),
                                time(now)))
                .map(RowSet::rowCount);
    }

    @Override
    public Uni<List<Letter>> claim(int limit, Instant now, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(limit, time(now), time(now.plus(lease))))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresMaintenanceLetters::letter)
                                        .toList());
    }

    private static Letter letter(Row row) {
        return new Letter(
                new ServerId(row.getUUID("server_id")),
                row.getOffsetDateTime("announced_at").toInstant(),
                new AccountId(row.getUUID("account_id")),
                row.getString("name"),
                row.getString("message"),
                row.getString("expected_end"),
                row.getInteger("attempts"));
    }

    @Override
    public Uni<Void> done(Letter letter, Instant now) {
        return pool.preparedQuery(DONE)
                .execute(
                        Tuple.of(
                                letter.server().value(),
                                time(letter.announcedAt()),
                                letter.account().value(),
                                time(now)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> forget(Instant announcedBefore, int limit) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(time(announcedBefore), limit))
                .map(RowSet::rowCount);
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
