package io.cybervpn.application.live.port;

import io.cybervpn.application.live.News;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells all instances, which tell their sockets. */
public interface Publisher {
    /**
     * Tells. What has been told under its id to the same address is not told again for some
     * minutes. Never fails and takes a fraction of a second at most: while the way to the others is
     * closed only this instance hears it, and beyond a number under way news are dropped and
     * counted.
     */
    Uni<Void> publish(List<News> news);

    /** Has all instances close the sockets of ended sessions. Repeatable, never fails. */
    Uni<Void> end(List<SessionId> sessions);
}
