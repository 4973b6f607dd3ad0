package io.cybervpn.application.server;

import io.cybervpn.application.server.port.CustomerGroups;
import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.shared.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which servers a customer may use (R148): those to which a server group of a plan of his leads. He
 * sees the others too, as locked by plan. Who has no account of a customer has all locked.
 */
@Singleton
public final class OwnServers {
    private final ServerBoard board;
    private final CustomerGroups groups;
    private final Clock clock;

    @Inject
    OwnServers(ServerBoard board, CustomerGroups groups, Clock clock) {
        this.board = board;
        this.groups = groups;
        this.clock = clock;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /**
     * A server for him.
     *
     * @param locked his plans do not lead to it
     */
    public record Own(ServerView server, boolean locked) {
        /** Whether he can connect to it now, as far as we know. */
        public boolean isAvailable() {
            return !locked && server.state().status().serves();
        }
    }

    /** All that are shown to customers, in order. */
    public Uni<List<Own>> execute(Query query) {
        return Uni.combine()
                .all()
                .unis(board.shown(), groupsOf(query.actor()))
                .with(OwnServers::of);
    }

    private Uni<Set<String>> groupsOf(Actor actor) {
        return actor.account()
                .map(account -> groups.of(account, clock.instant()))
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }

    private static List<Own> of(List<ServerView> servers, Set<String> groups) {
        return servers.stream()
                .map(
                        server ->
                                new Own(
                                        server,
                                        Collections.disjoint(server.source().groups(), groups)))
                .toList();
    }
}
