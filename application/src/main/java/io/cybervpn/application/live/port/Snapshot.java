package io.cybervpn.application.live.port;

import io.cybervpn.application.live.Datum;
import io.cybervpn.application.live.StaffTopic;
import io.smallrye.mutiny.Uni;

/**
 * How things stand at this moment, for who begins to listen to a topic. A bean of the context whose
 * things they are; a topic without one begins with its next news.
 */
public interface Snapshot {
    /** Of which topic. */
    StaffTopic topic();

    /** Looks. Bounded; a failure only means that there is no snapshot. */
    Uni<Datum.Fields> take();
}
