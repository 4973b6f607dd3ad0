package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.ServerView;
import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.ServerState;
import io.cybervpn.domain.server.model.ServerState.Maintenance;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of the pool as a view; the state is what the condition says. */
final class ViewColumns {
    static final String LIST =
            """
            id, panel, node_ref, name, address, port, country, connected, disabled, message, groups,
            users_online, load_percent, versions, seen_at, shown_name, place_in_list, hidden,
            capacity_users, latitude, longitude, placed_by, version, state, reason, since, looks,
            looked_at, unknown_since, maintenance_since, maintenance_message, maintenance_end,
            gone_since""";

    private ViewColumns() {}

    static ServerView view(Row row) {
        return new ServerView(
                new ServerId(row.getUUID("id")),
                source(row),
                shown(row),
                state(row),
                new ServerView.Load(
                        Optional.ofNullable(row.getLong("users_online")),
                        Optional.ofNullable(row.getInteger("load_percent")),
                        Optional.ofNullable(row.getLong("capacity_users"))),
                row.getLong("version"));
    }

    private static ServerView.Source source(Row row) {
        return new ServerView.Source(
                row.getString("panel"),
                row.getString("node_ref"),
                row.getString("name"),
                row.getString("address"),
                Optional.ofNullable(row.getInteger("port")),
                row.getBoolean("connected"),
                row.getBoolean("disabled"),
                row.getString("message"),
                row.getString("versions"),
                List.of(row.getArrayOfStrings("groups")),
                moment(row, "seen_at").orElseThrow());
    }

    private static ServerView.Shown shown(Row row) {
        Optional<String> own = Optional.ofNullable(row.getString("shown_name"));
        return new ServerView.Shown(
                own.orElse(row.getString("name")),
                own,
                Optional.ofNullable(row.getString("country")),
                Optional.ofNullable(row.getBigDecimal("latitude"))
                        .map(latitude -> new Place(latitude, row.getBigDecimal("longitude"))),
                Optional.ofNullable(row.getString("placed_by")).orElse(""),
                row.getInteger("place_in_list"),
                row.getBoolean("hidden"));
    }

    private static ServerView.State state(Row row) {
        Condition condition = condition(row);
        ServerState state = condition.state();
        Optional<Maintenance> maintenance = condition.maintenance();
        return new ServerView.State(
                state.status(),
                state.reason(),
                state.since(),
                condition.unknownSince(),
                maintenance.map(Maintenance::message),
                maintenance.flatMap(Maintenance::expectedEnd),
                condition.goneSince());
    }

    private static Condition condition(Row row) {
        return ServerColumns.condition(
                ServerColumns.seen(
                        row.getString("state"),
                        row.getString("reason"),
                        moment(row, "since").orElseThrow()),
                row.getString("looks"),
                List.of(
                        moment(row, "looked_at"),
                        moment(row, "unknown_since"),
                        moment(row, "maintenance_since"),
                        moment(row, "maintenance_end"),
                        moment(row, "gone_since")),
                Optional.ofNullable(row.getString("maintenance_message")));
    }

    private static Optional<Instant> moment(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(at -> at.toInstant());
    }
}
