package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** A queue of rows that workers empty, as the watch over it sees it (R299). */
public interface WorkQueue {
    /** More are not counted. */
    int COUNTED_MAX = 10_000;

    /** Its name in the metrics. */
    String name();

    /** How many rows wait for a worker, up to {@link #COUNTED_MAX}. */
    Uni<Long> due(Instant now);
}
