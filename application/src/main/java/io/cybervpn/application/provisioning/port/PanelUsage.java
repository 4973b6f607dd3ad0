package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** The panel's own statistics of users. Never called in a unit of work. */
public interface PanelUsage {
    /**
     * What a user moved through each node, most first; both days belong to it. May be a minute old.
     * Fails with {@link PanelUnavailable}.
     */
    Uni<List<NodeUsage>> byNode(PanelUser user, LocalDate first, LocalDate last);

    /**
     * Traffic through one node.
     *
     * @param node the panel's UUID of it
     * @param country two letters, or {@code XX}
     */
    record NodeUsage(String node, String name, String country, long bytes) {}
}
