package io.cybervpn.infrastructure.server.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.NodeRef;
import io.cybervpn.domain.server.model.Reason;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.model.ServerState;
import io.cybervpn.domain.server.model.ServerState.Maintenance;
import io.cybervpn.domain.server.model.ServerState.Seen;
import io.cybervpn.domain.server.repository.Servers.NodeFacts;
import io.cybervpn.infrastructure.shared.JsonRows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A server and its condition as columns, both ways. */
final class ServerColumns {
    /** In this order {@link #server} reads them. */
    static final String LIST =
            """
            id, panel, node_ref, coalesce(shown_name, name), seen_at, state, reason, since, looks,
            looked_at, unknown_since, maintenance_since, maintenance_message, maintenance_end,
            gone_since""";

    private ServerColumns() {}

    static Server server(Object[] row) {
        Condition condition =
                condition(
                        seen((String) row[5], (String) row[6], moment(row[7]).orElseThrow()),
                        (String) row[8],
                        List.of(
                                moment(row[9]),
                                moment(row[10]),
                                moment(row[11]),
                                moment(row[13]),
                                moment(row[14])),
                        Optional.ofNullable((@Nullable String) row[12]));
        return new Server(
                new ServerId((UUID) row[0]),
                new NodeRef((String) row[1], (String) row[2]),
                (String) row[3],
                moment(row[4]).orElseThrow(),
                condition);
    }

    /**
     * A condition from its columns.
     *
     * @param moments looked_at, unknown_since, maintenance_since, maintenance_end, gone_since
     */
    static Condition condition(
            Seen seen, String looks, List<Optional<Instant>> moments, Optional<String> message) {
        Optional<Maintenance> maintenance =
                moments.get(2)
                        .map(since -> new Maintenance(since, message.orElse(""), moments.get(3)));
        return new Condition(
                seen, looks, moments.get(0), moments.get(1), maintenance, moments.get(4));
    }

    static Seen seen(String state, String reason, Instant since) {
        return switch (state) {
            case "online" -> new ServerState.Online(since);
            case "warning" -> new ServerState.Warning(since, Reason.of(reason));
            case "offline" -> new ServerState.Offline(since, Reason.of(reason));
            default -> throw new IllegalStateException("a server that is " + state);
        };
    }

    private static Optional<Instant> moment(@Nullable Object column) {
        return Optional.ofNullable((@Nullable OffsetDateTime) column)
                .map(OffsetDateTime::toInstant);
    }

    static void add(JsonRows rows, Server server) {
        Condition condition = server.condition();
        Optional<Maintenance> maintenance = condition.maintenance();
        ObjectNode row = rows.add();
        row.put("id", server.id().value().toString())
                .put("state", condition.seen().code())
                .put("reason", condition.seen().reason())
                .put("since", condition.seen().since().toString())
                .put("looks", condition.looks())
                .put("looked_at", text(condition.lookedAt()))
                .put("unknown_since", text(condition.unknownSince()))
                .put("maintenance_since", text(maintenance.map(Maintenance::since)))
                .put("maintenance_message", maintenance.map(Maintenance::message).orElse(null))
                .put("maintenance_end", text(maintenance.flatMap(Maintenance::expectedEnd)))
                .put("gone_since", text(condition.goneSince()));
    }

    static void add(JsonRows rows, NodeFacts facts) {
        ObjectNode row = rows.add();
        row.put("id", facts.fresh().value().toString())
                .put("panel", facts.panel())
                .put("node_ref", facts.node())
                .put("name", facts.name())
                .put("address", facts.address())
                .put("port", facts.port().orElse(null))
                .put("country", facts.country().orElse(null))
                .put("connected", facts.connected())
                .put("disabled", facts.disabled())
                .put("message", facts.message())
                .put("users_online", facts.figures().usersOnline().orElse(null))
                .put("load_percent", facts.figures().loadPercent().orElse(null))
                .put("traffic_bytes", facts.figures().trafficBytes().orElse(null))
                .put("versions", facts.figures().versions());
        facts.groups().forEach(row.putArray("groups")::add);
    }

    private static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }
}
