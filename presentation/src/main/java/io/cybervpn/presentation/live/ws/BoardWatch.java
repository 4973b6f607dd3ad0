package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.live.TellBoard;
import io.cybervpn.application.live.port.Board;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Has changes of boards told while somebody listens: each instance for its own sockets, and all of
 * them together as seldom as {@link TellBoard#PACE} says. A board to which nobody listens is not
 * looked at. It is looked at instead of being told of what changes it, so that a crash between a
 * change and its telling loses nothing, whoever made the change.
 */
@Singleton
final class BoardWatch {
    private static final Logger LOG = Logger.getLogger(BoardWatch.class);
    private static final long EVERY_MILLIS = 500;
    private static final Duration LOOK_MAX = Duration.ofSeconds(10);

    private final Hub hub;
    private final Boards boards;
    private final TellBoard tellBoard;
    private final Vertx vertx;
    private final Set<StaffTopic> underWay = ConcurrentHashMap.newKeySet();
    private final Set<StaffTopic> failed = ConcurrentHashMap.newKeySet();
    private volatile long timer;

    @Inject
    BoardWatch(Hub hub, Boards boards, TellBoard tellBoard, Vertx vertx) {
        this.hub = hub;
        this.boards = boards;
        this.tellBoard = tellBoard;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY_MILLIS, _ -> look());
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        boards.all().stream()
                .filter(board -> hub.isListenedTo(new Address.Staff(board.topic())))
                .filter(board -> underWay.add(board.topic()))
                .forEach(this::tell);
    }

    private void tell(Board board) {
        tellBoard
                .execute(board)
                .ifNoItem()
                .after(LOOK_MAX)
                .fail()
                .onTermination()
                .invoke(() -> underWay.remove(board.topic()))
                .subscribe()
                .with(_ -> failed.remove(board.topic()), failure -> complain(board, failure));
    }

    /** Once until it goes well again. */
    private void complain(Board board, Throwable failure) {
        if (failed.add(board.topic())) {
            LOG.warnf("what changes on %s is not told now: %s", board.topic(), failure);
        }
    }
}
