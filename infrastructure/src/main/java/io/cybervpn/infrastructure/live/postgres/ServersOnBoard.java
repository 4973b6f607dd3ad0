package io.cybervpn.infrastructure.live.postgres;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.Thing;
import io.cybervpn.application.live.port.Board;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** How servers are (R146, R147); those that are gone are not there. */
@Singleton
final class ServersOnBoard implements Board {
    private static final String SQL =
            """
            select id, coalesce(shown_name, name) as name, country, status,
                case when maintenance_since is null then reason else 'maintenance' end as reason,
                coalesce(maintenance_since, since) as since, unknown_since, disabled, hidden,
                users_online, load_percent::bigint as load
            from server where gone_since is null order by place_in_list, id limit 1000""";

    private final Pool pool;

    @Inject
    ServersOnBoard(Pool pool) {
        this.pool = pool;
    }

    @Override
    public StaffTopic topic() {
        return StaffTopic.SERVERS;
    }

    @Override
    public Uni<List<Thing>> take() {
        return pool.query(SQL).execute().map(rows -> Facts.things(rows, ServersOnBoard::thing));
    }

    private static Thing thing(Row row) {
        return new Facts(row)
                .text("name", "name")
                .text("country", "country")
                .text("status", "status")
                .text("reason", "reason")
                .moment("sinceAt", "since")
                .moment("unknownSinceAt", "unknown_since")
                .flag("disabled", "disabled")
                .flag("hidden", "hidden")
                .whole("usersOnline", "users_online")
                .whole("loadPercent", "load")
                .toThing();
    }
}
