package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff all servers (R154, R155). Needs {@link Permission#SERVERS_READ}. */
@Singleton
public final class ListServers {
    private final ServerBoard board;

    @Inject
    ListServers(ServerBoard board) {
        this.board = board;
    }

    /** Which, in which order. */
    public record Query(
            Actor actor,
            ServerBoard.Filter filter,
            ServerBoard.Field sort,
            boolean descending,
            Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** A page of them, and how many there are of all. */
        record Listed(Page<ServerView> page, ServerBoard.Tally tally) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Lists. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SERVERS_READ)
                ? Uni.combine()
                        .all()
                        .unis(
                                board.page(
                                        query.filter(),
                                        query.sort(),
                                        query.descending(),
                                        query.page()),
                                board.tally())
                        .with(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
