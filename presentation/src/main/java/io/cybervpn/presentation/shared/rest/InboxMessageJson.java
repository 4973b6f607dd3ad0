package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.shared.InboxDesk;
import io.cybervpn.application.shared.ReplayMessages;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stored push.
 *
 * @param note what came of it, or why the last try failed
 * @param settledAt null while it waits
 * @param formerSecret it was believed by a secret that staff had replaced
 * @param replayable whether there is something to apply again
 */
@Schema(name = "InboxMessage")
record InboxMessageJson(
        UUID id,
        String source,
        String status,
        int attempts,
        String note,
        Instant receivedAt,
        @Schema(nullable = true) @Nullable Instant settledAt,
        boolean formerSecret,
        boolean replayable) {
    static InboxMessageJson of(InboxDesk.Entry entry) {
        return new InboxMessageJson(
                entry.id(),
                entry.source(),
                entry.status(),
                entry.attempts(),
                entry.note(),
                entry.receivedAt(),
                entry.settledAt().orElse(null),
                entry.byFormer(),
                entry.hasBody());
    }

    /**
     * A feed, newest first.
     *
     * @param nextCursor where to go on; null at the end
     */
    @Schema(name = "InboxMessageFeed")
    record FeedJson(
            List<InboxMessageJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
        static FeedJson of(List<InboxDesk.Entry> items, int limit) {
            return new FeedJson(
                    items.stream().map(InboxMessageJson::of).toList(),
                    items.size() < limit ? null : items.getLast().id().toString());
        }
    }

    /**
     * A stored push with its body.
     *
     * @param body ids, kinds, states, times and sums; all else is a dash, since it may be secret or
     *     somebody's; null when nothing was kept or it is no JSON
     */
    @Schema(name = "InboxMessageDetails")
    record DetailsJson(InboxMessageJson message, @Schema(nullable = true) @Nullable JsonNode body) {
        static DetailsJson of(InboxDesk.Opened opened) {
            return new DetailsJson(
                    InboxMessageJson.of(opened.entry()), Redaction.of(opened.body()).orElse(null));
        }
    }

    /**
     * Which messages to apply again.
     *
     * @param dryRun only to see what would come of it
     */
    @Schema(name = "InboxReplay")
    record ReplayJson(
            @NotNull @Size(max = ReplayMessages.MESSAGES_MAX) List<@NotNull UUID> ids,
            boolean dryRun) {}

    /** What comes of each, by id. */
    @Schema(name = "InboxReplayResult")
    record ReplayedJson(boolean dryRun, List<FateJson> items) {
        static ReplayedJson of(boolean dryRun, Map<UUID, ReplayMessages.Fate> fates) {
            return new ReplayedJson(
                    dryRun,
                    fates.entrySet().stream()
                            .map(
                                    one ->
                                            new FateJson(
                                                    one.getKey(),
                                                    one.getValue().name().toLowerCase(Locale.ROOT)))
                            .sorted(Comparator.comparing(FateJson::id))
                            .toList());
        }
    }

    /**
     * What comes of one.
     *
     * @param result replayed, hastened (it was waiting), nothing_kept or not_found
     */
    @Schema(name = "InboxReplayItem")
    record FateJson(UUID id, String result) {}
}
