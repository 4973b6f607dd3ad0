package io.cybervpn.domain.audit.model;

import io.cybervpn.domain.shared.Changes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One row of the audit trail.
 *
 * @param at in whole microseconds, so that the store gives back the same
 * @param action such as {@code catalogue.edit_plan}
 * @param reason why, in the words of who did it
 */
public record AuditRecord(
        UUID id,
        Instant at,
        AuditActor actor,
        String action,
        AuditObject object,
        Changes changes,
        Optional<String> reason,
        Optional<String> address,
        Optional<String> requestId) {

    /**
     * Who did it.
     *
     * @param kind such as {@code staff} or {@code system}
     * @param id of the account; it stays when the account is gone
     * @param key the API key that did it, for itself or in the account's name
     */
    public record AuditActor(String kind, Optional<UUID> id, Optional<UUID> key) {}

    /**
     * What it was done to.
     *
     * @param type such as {@code plan}
     */
    public record AuditObject(String type, String id) {}

    /**
     * SHA-256 over all of it, in hexadecimal. Each part is written with its length before it, so
     * that no two rows are written alike. A key is written only if there is one, at the end: rows
     * that are older than keys keep their hash.
     */
    public String contentHash() {
        StringBuilder text = new StringBuilder("cybervpn-audit-1\n");
        part(text, id.toString());
        part(text, at.toString());
        part(text, actor.kind());
        part(text, actor.id().map(UUID::toString));
        part(text, action);
        part(text, object.type());
        part(text, object.id());
        changes.fields()
                .forEach(
                        (name, change) -> {
                            part(text, name);
                            part(text, change.before());
                            part(text, change.after());
                        });
        text.append("=\n");
        part(text, reason);
        part(text, address);
        part(text, requestId);
        actor.key().ifPresent(key -> part(text, key.toString()));
        return Sha256.hex(text.toString());
    }

    private static void part(StringBuilder text, Optional<String> value) {
        value.ifPresentOrElse(present -> part(text, present), () -> text.append("-\n"));
    }

    private static void part(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value).append('\n');
    }
}
