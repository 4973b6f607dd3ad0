package io.cybervpn.infrastructure.audit.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.AuditRecord.AuditActor;
import io.cybervpn.domain.audit.model.AuditRecord.AuditObject;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Changes.Change;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A row of the trail as JSON on its way in, as columns on its way out. */
final class AuditRows {
    private AuditRows() {}

    static String write(AuditRecord entry) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", entry.id().toString())
                .put("at", entry.at().toString())
                .put("actor_kind", entry.actor().kind())
                .put("actor_id", entry.actor().id().map(UUID::toString).orElse(null))
                .put("actor_key", entry.actor().key().map(UUID::toString).orElse(null))
                .put("action", entry.action())
                .put("object_type", entry.object().type())
                .put("object_id", entry.object().id())
                .put("reason", entry.reason().orElse(null))
                .put("address", entry.address().orElse(null))
                .put("request_id", entry.requestId().orElse(null))
                .put("content_hash", entry.contentHash());
        ObjectNode changes = row.putObject("changes");
        entry.changes().fields().forEach((name, change) -> pair(changes.putArray(name), change));
        return row.toString();
    }

    static ChainedRecord chained(Row row) {
        return new ChainedRecord(record(row), row.getString("content_hash"), link(row));
    }

    static ChainLink link(Row row) {
        return new ChainLink(row.getLong("position"), row.getString("hash"));
    }

    private static AuditRecord record(Row row) {
        return new AuditRecord(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                new AuditActor(
                        row.getString("actor_kind"),
                        Optional.ofNullable(row.getUUID("actor_id")),
                        Optional.ofNullable(row.getUUID("actor_key"))),
                row.getString("action"),
                new AuditObject(row.getString("object_type"), row.getString("object_id")),
                changes(row.getJsonObject("changes")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getString("request_id")));
    }

    private static void pair(ArrayNode pair, Change change) {
        pair.add(change.before().orElse(null)).add(change.after().orElse(null));
    }

    private static Changes changes(JsonObject fields) {
        TreeMap<String, Change> changes = new TreeMap<>();
        fields.fieldNames().forEach(name -> changes.put(name, change(fields.getJsonArray(name))));
        return new Changes(changes);
    }

    private static Change change(JsonArray pair) {
        return new Change(
                Optional.ofNullable(pair.getString(0)), Optional.ofNullable(pair.getString(1)));
    }
}
