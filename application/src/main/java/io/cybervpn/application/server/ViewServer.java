package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff one server. Needs {@link Permission#SERVERS_READ}. */
@Singleton
public final class ViewServer {
    private final ServerBoard board;

    @Inject
    ViewServer(ServerBoard board) {
        this.board = board;
    }

    /** Which. */
    public record Query(Actor actor, ServerId server) {}

    /** The answer. */
    public sealed interface Result {
        /** This is it. */
        record Found(ServerView server) implements Result {}

        /** There is no such server. */
        record NoSuchServer() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.SERVERS_READ)
                ? board.find(query.server())
                        .map(
                                found ->
                                        found.<Result>map(Result.Found::new)
                                                .orElseGet(Result.NoSuchServer::new))
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
