package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** A panel as its row has it. */
final class PanelRows {
    private PanelRows() {}

    static Panel read(Row row) {
        return read(
                new Object[] {
                    row.getUUID("id"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("address"),
                    row.getString("region"),
                    row.getInteger("weight"),
                    row.getLong("users_max"),
                    row.getString("groups"),
                    row.getString("state"),
                    row.getInteger("calls_per_second"),
                    row.getLong("version")
                });
    }

    static Panel read(Object[] row) {
        return new Panel(
                new PanelId((UUID) row[0]),
                (String) row[1],
                kind((String) row[2]),
                Optional.ofNullable((String) row[3]).map(URI::create),
                new Panel.Placing(
                        (String) row[4],
                        (Integer) row[5],
                        AccessRows.limit((Long) row[6]),
                        groups((String) row[7])),
                mode((String) row[8]),
                (Integer) row[9],
                (Long) row[10]);
    }

    static Mutiny.MutationQuery fill(Mutiny.MutationQuery query, Panel panel) {
        JsonObject groups = new JsonObject();
        new TreeMap<>(panel.placing().groups()).forEach(groups::put);
        return query.setParameter("id", panel.id().value())
                .setParameter("name", panel.name())
                .setParameter("kind", panel.kind().code())
                .setParameter("address", panel.address().map(URI::toString).orElse(null))
                .setParameter("region", panel.placing().region())
                .setParameter("weight", panel.placing().weight())
                .setParameter("usersMax", AccessRows.amount(panel.placing().usersMax()))
                .setParameter("groups", groups.encode())
                .setParameter("state", panel.mode().code())
                .setParameter("calls", panel.callsPerSecond())
                .setParameter("version", panel.version());
    }

    private static Map<String, String> groups(String json) {
        return new JsonObject(json)
                .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> String.valueOf(entry.getValue())));
    }

    private static PanelKind kind(String code) {
        return PanelKind.find(code)
                .orElseThrow(() -> new IllegalStateException("stored kind of panel " + code));
    }

    private static PanelMode mode(String code) {
        return PanelMode.find(code)
                .orElseThrow(() -> new IllegalStateException("stored state of panel " + code));
    }
}
