package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.AuditView;
import io.cybervpn.domain.shared.Changes.Change;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail.
 *
 * @param actorId the account; null for the system and for strangers
 * @param apiKeyId the API key that did it, for itself or in the account's name
 * @param position in the chain, from 1
 * @param contentHash SHA-256 of the row
 * @param hash SHA-256 of the hash before, the position and {@code contentHash}, joined by colons
 */
@Schema(name = "AuditEntry")
public record AuditEntryJson(
        UUID id,
        Instant at,
        String actorKind,
        @Schema(nullable = true) @Nullable UUID actorId,
        @Schema(nullable = true) @Nullable UUID apiKeyId,
        String action,
        String objectType,
        String objectId,
        Map<String, ChangeJson> changes,
        @Schema(nullable = true) @Nullable String reason,
        @Schema(nullable = true) @Nullable String address,
        @Schema(nullable = true) @Nullable String requestId,
        long position,
        String contentHash,
        String hash) {

    /** A field before and after, as text; null where there was none. */
    @Schema(name = "AuditChange")
    public record ChangeJson(
            @Schema(nullable = true) @Nullable String before,
            @Schema(nullable = true) @Nullable String after) {
        static ChangeJson of(Change change) {
            return new ChangeJson(change.before().orElse(null), change.after().orElse(null));
        }
    }

    static AuditEntryJson of(AuditView view) {
        Map<String, ChangeJson> changes = new TreeMap<>();
        view.changes().fields().forEach((name, change) -> changes.put(name, ChangeJson.of(change)));
        return new AuditEntryJson(
                view.id(),
                view.at(),
                view.actorKind(),
                view.actorId().orElse(null),
                view.actorKey().orElse(null),
                view.action(),
                view.objectType(),
                view.objectId(),
                changes,
                view.reason().orElse(null),
                view.address().orElse(null),
                view.requestId().orElse(null),
                view.position(),
                view.contentHash(),
                view.hash());
    }
}
