package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerBoard;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Says which server a node of a panel is, as customers know it. Of a hidden one, and of one that is
 * not known yet, there is none.
 */
@Singleton
public final class FindServerOfNode {
    private final ServerBoard board;

    @Inject
    FindServerOfNode(ServerBoard board) {
        this.board = board;
    }

    /** A node, by the panel's reference. */
    public record Query(String panel, String node) {}

    /** Finds it. */
    public Uni<Optional<ServerView>> execute(Query query) {
        return board.ofNode(query.panel(), query.node())
                .map(found -> found.filter(server -> !server.shown().hidden()));
    }
}
