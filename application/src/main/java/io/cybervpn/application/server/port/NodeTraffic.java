package io.cybervpn.application.server.port;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What panels sum up by node and day (R120). Never called in a unit of work. */
public interface NodeTraffic {
    /** What customers moved through a node on a day of UTC. */
    record NodeDay(String node, LocalDate day, long bytes) {}

    /**
     * Sums of a panel. Fails with {@code PanelUnavailable} or {@code PanelRefused}.
     *
     * @param to the last day
     */
    Uni<List<NodeDay>> byDay(String panel, LocalDate from, LocalDate to);
}
