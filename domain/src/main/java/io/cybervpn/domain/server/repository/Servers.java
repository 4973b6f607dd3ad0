package io.cybervpn.domain.server.repository;

import io.cybervpn.domain.server.NodeFigures;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Server;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The servers and the log of their states. All calls are made in a unit of work. */
public interface Servers {
    /**
     * Makes a server for each node that has none, and writes what the panel says now to the others,
     * unless somebody wrote something newer. States stay as they are. Of many that bring the same
     * node at once one makes the server; nodes are one for ever by panel and reference.
     *
     * @param nodes of one panel, each once
     * @param at when the panel was asked
     * @return how many servers are new
     */
    Uni<Integer> bring(List<NodeFacts> nodes, Instant at);

    /**
     * Locks servers of a panel, in the order of their ids.
     *
     * @param after the last one of the page before; empty: from the start
     * @param limit 1 to 500
     */
    Uni<List<Server>> lockPage(String panel, Optional<ServerId> after, int limit);

    /** The panels that have servers which are not gone, by name; 1000 at most. */
    Uni<List<String>> panels();

    /** Locks one. */
    Uni<Optional<Server>> lock(ServerId id);

    /** Writes conditions of locked servers, and lines of the log; one second holds one line. */
    Uni<Void> save(List<Server.Moved> moved);

    /**
     * What the panel says of a node, but for its state.
     *
     * @param fresh the id of its server, should it have none yet
     * @param country ISO 3166 alpha 2; empty when the panel does not know
     * @param groups server groups that lead to it
     */
    record NodeFacts(
            ServerId fresh,
            String panel,
            String node,
            String name,
            String address,
            Optional<Integer> port,
            Optional<String> country,
            boolean connected,
            boolean disabled,
            String message,
            List<String> groups,
            NodeFigures figures) {
        /** Copies the groups. */
        public NodeFacts {
            groups = List.copyOf(groups);
        }
    }
}
