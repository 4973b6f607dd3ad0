package io.cybervpn.application.server.port;

import io.cybervpn.application.server.port.NodeTraffic.NodeDay;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** Keeps what panels sum up; each call is a statement of its own. */
public interface TrafficDays {
    /** Writes sums over what was there; a node without a server is left out. Repeatable. */
    Uni<Void> put(String panel, List<NodeDay> days);

    /** All bytes of a stretch of days, the last one in it. */
    Uni<Long> sum(LocalDate from, LocalDate to);

    /** Throws days away; how many. */
    Uni<Integer> forget(LocalDate before, int limit);
}
