package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelUsage;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription has used.
 *
 * @param usedBytes in the traffic period that runs, as the panel counts
 * @param limit of that
 * @param periodSince since when about, as far as we saw it begin
 * @param parts of the span that was asked for
 */
public record UsageView(long usedBytes, Limit limit, Optional<Instant> periodSince, Parts parts) {
    /** By what it is told apart. */
    public sealed interface Parts {
        /** By day of UTC, each day of the span, in their order. */
        record Days(List<TrafficMeters.Day> days) implements Parts {}

        /** By node, most first. */
        record Nodes(List<PanelUsage.NodeUsage> nodes) implements Parts {}
    }
}
