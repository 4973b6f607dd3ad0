package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.port.AccountSockets;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** Lets all instances count the sockets of this one. Nobody waits for it. */
@Singleton
final class Neighbours {
    private static final Logger LOG = Logger.getLogger(Neighbours.class);

    private final AccountSockets counted;
    private final LiveSettings settings;

    @Inject
    Neighbours(AccountSockets counted, LiveSettings settings) {
        this.counted = counted;
        this.settings = settings;
    }

    void enter(LiveSocket socket) {
        start(entered(socket));
    }

    /** It may have been closed before it was counted. */
    private Uni<Void> entered(LiveSocket socket) {
        return counted.enter(socket.caller().account(), socket.id(), settings.socketsPerAccount())
                .chain(() -> socket.line().isClosed() ? left(socket) : Uni.createFrom().voidItem());
    }

    private Uni<Void> left(LiveSocket socket) {
        return counted.leave(socket.caller().account(), socket.id());
    }

    void leave(LiveSocket socket) {
        start(left(socket));
    }

    /**
     * Says that this instance is there. If the others had forgotten it, as after a restart of
     * Valkey, its sockets are counted anew, the oldest first.
     */
    void live(Collection<LiveSocket> sockets) {
        start(
                counted.live()
                        .chain(
                                known ->
                                        known
                                                ? Uni.createFrom().voidItem()
                                                : enterAll(byAge(sockets))));
    }

    private Uni<Void> enterAll(List<LiveSocket> sockets) {
        return Multi.createFrom()
                .iterable(sockets)
                .filter(socket -> !socket.line().isClosed())
                .onItem()
                .transformToUniAndConcatenate(this::entered)
                .onItem()
                .ignoreAsUni();
    }

    private static List<LiveSocket> byAge(Collection<LiveSocket> sockets) {
        return sockets.stream().sorted(Comparator.comparing(LiveSocket::id)).toList();
    }

    private static void start(Uni<Void> work) {
        work.subscribe()
                .with(
                        _ -> LOG.trace("counted"),
                        failure -> LOG.warnf("sockets are not counted now: %s", failure));
    }
}
