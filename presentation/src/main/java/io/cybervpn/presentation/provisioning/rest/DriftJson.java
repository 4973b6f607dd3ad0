package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.Drift;
import io.cybervpn.application.provisioning.ReportDrift;
import io.cybervpn.application.provisioning.port.PanelStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a panel differs now from what is wanted.
 *
 * @param readAt when it was begun to be read
 * @param sweptAt when the last sweep of it began, which mends; null for never
 * @param users of the shop that it has
 * @param ready what the panel has as it was wanted, by the shop's records
 * @param waiting what is on its way, or is tried again: no difference
 * @param parked what the panel refused: staff must act
 * @param differences all, by kind: {@code differs}, {@code replaced}, {@code missing} (at most
 *     1000), {@code elsewhere}, {@code unknown}
 * @param fields how often each is another, of those that differ
 * @param rows the first of the differences
 * @param parkedRows the first of those, longest ago first
 */
@Schema(name = "PanelDrift")
record DriftJson(
        UUID panelId,
        Instant readAt,
        @Schema(nullable = true) @Nullable Instant sweptAt,
        long users,
        long ready,
        long waiting,
        long parked,
        Map<String, Long> differences,
        Map<String, Long> fields,
        List<RowJson> rows,
        List<ParkedJson> parkedRows) {
    static DriftJson of(UUID panel, ReportDrift.Result.Shown shown) {
        Drift drift = shown.drift();
        PanelStanding.Standing standing = shown.standing();
        Map<String, Long> differences = new TreeMap<>();
        drift.counts().forEach((kind, count) -> differences.put(kind.code(), count));
        return new DriftJson(
                panel,
                drift.at(),
                standing.sweptAt().orElse(null),
                drift.users(),
                standing.ready(),
                standing.waiting(),
                standing.parked(),
                differences,
                new TreeMap<>(drift.fields()),
                drift.rows().stream().map(RowJson::of).toList(),
                standing.sample().stream().map(ParkedJson::of).toList());
    }

    /**
     * One difference.
     *
     * @param subscriptionId whose access it is
     * @param wantedUntil null where nothing is wanted, or nothing was compared
     * @param panelUntil null where the panel has no such user
     */
    @Schema(name = "PanelDriftRow")
    record RowJson(
            UUID subscriptionId,
            @Schema(examples = "differs") String kind,
            List<String> fields,
            @Schema(nullable = true) @Nullable Instant wantedUntil,
            @Schema(nullable = true) @Nullable Instant panelUntil) {
        private static RowJson of(Drift.Row row) {
            return new RowJson(
                    row.access().value(),
                    row.kind().code(),
                    row.fields().stream().sorted().toList(),
                    row.wantedUntil().orElse(null),
                    row.panelUntil().orElse(null));
        }
    }

    /** One that the panel refused. */
    @Schema(name = "PanelParked")
    record ParkedJson(UUID subscriptionId, String reason, int attempts, Instant since) {
        private static ParkedJson of(PanelStanding.Parked parked) {
            return new ParkedJson(
                    parked.access().value(), parked.reason(), parked.attempts(), parked.since());
        }
    }
}
