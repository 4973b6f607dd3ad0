package io.cybervpn.application.live.port;

import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.Thing;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * How the things of a topic stand at this moment. Who begins to listen is shown all of it; then,
 * what is another since it was told last. A topic without a board tells of events alone.
 */
public interface Board {
    /** Of which topic. */
    StaffTopic topic();

    /**
     * Looks, outside any unit of work, so that only what is committed is seen. Bounded: 1000 things
     * at most, each with its own id. Fails when nobody can say.
     */
    Uni<List<Thing>> take();
}
