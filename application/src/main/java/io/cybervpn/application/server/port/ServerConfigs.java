package io.cybervpn.application.server.port;

import io.cybervpn.application.server.NodeConfig;
import io.cybervpn.application.server.port.PanelConfigs.OfNode;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How servers were configured, each change as a version. Each call is a statement of its own,
 * outside any unit of work, and may be made by many instances at once.
 */
public interface ServerConfigs {
    /**
     * One version.
     *
     * @param number from 1
     * @param hash of all of it, SHA-256 in lower-case hexadecimal; the same for the same
     * @param firstSeenAt when it was first seen so
     * @param lastSeenAt when it was last seen so
     */
    record Version(
            int number, String hash, Instant firstSeenAt, Instant lastSeenAt, NodeConfig config) {}

    /**
     * Adds a version to each server whose configuration is not that of its latest one; of the
     * others, that they were seen so. What is older than what was seen last changes nothing. A node
     * without a server has none.
     *
     * @return how many versions are new
     */
    Uni<Integer> bring(String panel, List<OfNode> configs, Instant at);

    /**
     * Versions of a server, the newest first.
     *
     * @param before only older ones than this number
     */
    Uni<List<Version>> versions(ServerId server, Optional<Integer> before, int limit);

    /** Throws away all but the newest versions of each server; how many. */
    Uni<Integer> forget(int kept);
}
