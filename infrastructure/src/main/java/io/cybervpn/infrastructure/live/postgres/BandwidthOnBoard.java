package io.cybervpn.infrastructure.live.postgres;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.Thing;
import io.cybervpn.application.live.port.Board;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** The latest sample of each server (R180), unless it is older than a quarter of an hour. */
@Singleton
final class BandwidthOnBoard implements Board {
    private static final Duration OLD = Duration.ofMinutes(15);
    private static final String SQL =
            """
            select s.id, x.at, x.bytes, x.users_online
            from server s
            cross join lateral (select at, bytes, users_online from server_sample
                where server_id = s.id and at >= $1 order by at desc limit 1) x
            where s.gone_since is null order by s.id limit 1000""";

    private final Pool pool;
    private final Clock clock;

    @Inject
    BandwidthOnBoard(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public StaffTopic topic() {
        return StaffTopic.BANDWIDTH;
    }

    @Override
    public Uni<List<Thing>> take() {
        return pool.preparedQuery(SQL)
                .execute(Tuple.of(clock.instant().minus(OLD).atOffset(ZoneOffset.UTC)))
                .map(rows -> Facts.things(rows, BandwidthOnBoard::thing));
    }

    private static Thing thing(Row row) {
        return new Facts(row)
                .moment("at", "at")
                .whole("bytes", "bytes")
                .whole("usersOnline", "users_online")
                .toThing();
    }
}
