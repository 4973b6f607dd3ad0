package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.ListAudit.Result.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the trail, newest first.
 *
 * @param nextCursor where to go on; null at the end
 */
@Schema(name = "AuditFeed")
public record AuditFeedJson(
        List<AuditEntryJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
    static AuditFeedJson of(Listed listed) {
        return new AuditFeedJson(
                listed.rows().stream().map(AuditEntryJson::of).toList(),
                listed.next().map(AuditCursors::write).orElse(null));
    }
}
